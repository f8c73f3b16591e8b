import type { ServiceDefinition } from '../service-definition.ts'
import { formWords, sharedFields } from './shared-questions.ts'

/** A visit to the association, by one person or a delegation (C6). */
export const visit: ServiceDefinition = {
  key: 'visit',
  workingDays: 2,
  requiresPermit: false,
  words: {
    ar: {
      name: 'زيارة الجمعية',
      summary: 'موعد لزيارة الجمعية فردًا أو وفدًا، مع من يتحدث بلغتكم.',
      audience: 'للأفراد والمدارس والجهات.',
      needs: ['عدد الزوار والتاريخ المرغوب'],
    },
    en: {
      name: 'Visit the association',
      summary: 'An appointment to visit us, alone or as a delegation, with someone who speaks your language.',
      audience: 'For individuals, schools and organisations.',
      needs: ['The number of visitors and the date you wish'],
    },
    ur: {
      name: 'انجمن میں تشریف آوری',
      summary: 'اکیلے یا وفد کے ساتھ آنے کا وقت؛ آپ کی زبان جاننے والا ساتھی ملے گا۔',
      audience: 'افراد، اسکولوں اور اداروں کے لیے۔',
      needs: ['آنے والوں کی تعداد اور مطلوبہ تاریخ'],
    },
    bn: {
      name: 'সংস্থায় আসা',
      summary: 'একা বা প্রতিনিধিদলসহ আসার সময় ঠিক করা; আপনার ভাষা জানেন এমন কেউ থাকবেন।',
      audience: 'ব্যক্তি, স্কুল ও প্রতিষ্ঠানের জন্য।',
      needs: ['অতিথির সংখ্যা ও যে তারিখ চান'],
    },
    hi: {
      name: 'संस्था में आएँ',
      summary: 'अकेले या समूह में आने का समय; आपकी भाषा बोलने वाला कोई साथ होगा।',
      audience: 'व्यक्तियों, स्कूलों और संगठनों के लिए।',
      needs: ['आगंतुकों की संख्या और इच्छित तारीख़'],
    },
    id: {
      name: 'Kunjungi lembaga',
      summary: 'Janji temu untuk berkunjung, sendiri atau rombongan, bersama orang yang berbahasa Anda.',
      audience: 'Untuk perorangan, sekolah, dan organisasi.',
      needs: ['Jumlah tamu dan tanggal yang diinginkan'],
    },
    fil: {
      name: 'Bumisita sa asosasyon',
      summary:
        'Takdang oras ng pagbisita, mag-isa o bilang delegasyon, kasama ang nagsasalita ng inyong wika.',
      audience: 'Para sa mga indibidwal, paaralan at organisasyon.',
      needs: ['Bilang ng bisita at petsang gusto ninyo'],
    },
  },
  form: {
    $id: 'visit',
    version: 1,
    schema: {
      type: 'object',
      properties: {
        aim: { type: 'string', enum: ['LEARN', 'SCHOOL', 'COOPERATION', 'OTHER'] },
        organisation: sharedFields.organisation,
        people: sharedFields.people,
        date: sharedFields.date,
        time: { type: 'string', enum: ['MORNING', 'AFTERNOON'] },
        language: sharedFields.language,
        note: sharedFields.note,
      },
      required: ['aim', 'people', 'date', 'time', 'language'],
    },
    pages: [
      {
        id: 'main',
        items: [
          { ref: '/aim', widget: 'choice' },
          {
            ref: '/organisation',
            widget: 'text',
            visibleIf: { in: [{ var: '/aim' }, ['SCHOOL', 'COOPERATION']] },
            requiredIf: { in: [{ var: '/aim' }, ['SCHOOL', 'COOPERATION']] },
          },
          { ref: '/people', widget: 'number' },
          { ref: '/date', widget: 'date' },
          { ref: '/time', widget: 'choice' },
          { ref: '/language', widget: 'dropdown' },
          { ref: '/note', widget: 'textarea' },
        ],
      },
    ],
    i18n: formWords({
      ar: {
        aim: 'الغرض من الزيارة',
        'aim.LEARN': 'التعرف على الإسلام',
        'aim.SCHOOL': 'زيارة مدرسية',
        'aim.COOPERATION': 'تعاون بين الجهات',
        'aim.OTHER': 'غرض آخر',
      },
      en: {
        aim: 'Purpose of the visit',
        'aim.LEARN': 'To learn about Islam',
        'aim.SCHOOL': 'A school visit',
        'aim.COOPERATION': 'Co-operation between organisations',
        'aim.OTHER': 'Another purpose',
      },
      ur: {
        aim: 'آنے کا مقصد',
        'aim.LEARN': 'اسلام کے بارے میں جاننا',
        'aim.SCHOOL': 'اسکول کا دورہ',
        'aim.COOPERATION': 'اداروں کا باہمی تعاون',
        'aim.OTHER': 'کوئی اور مقصد',
      },
      bn: {
        aim: 'আসার উদ্দেশ্য',
        'aim.LEARN': 'ইসলাম সম্পর্কে জানা',
        'aim.SCHOOL': 'স্কুলের সফর',
        'aim.COOPERATION': 'প্রতিষ্ঠানের সহযোগিতা',
        'aim.OTHER': 'অন্য উদ্দেশ্য',
      },
      hi: {
        aim: 'आने का उद्देश्य',
        'aim.LEARN': 'इस्लाम के बारे में जानना',
        'aim.SCHOOL': 'स्कूल का दौरा',
        'aim.COOPERATION': 'संगठनों का सहयोग',
        'aim.OTHER': 'कोई और उद्देश्य',
      },
      id: {
        aim: 'Tujuan kunjungan',
        'aim.LEARN': 'Mengenal Islam',
        'aim.SCHOOL': 'Kunjungan sekolah',
        'aim.COOPERATION': 'Kerja sama antarlembaga',
        'aim.OTHER': 'Tujuan lain',
      },
      fil: {
        aim: 'Layunin ng pagbisita',
        'aim.LEARN': 'Matuto tungkol sa Islam',
        'aim.SCHOOL': 'Pagbisita ng paaralan',
        'aim.COOPERATION': 'Pagtutulungan ng mga organisasyon',
        'aim.OTHER': 'Ibang layunin',
      },
    }),
  },
}
