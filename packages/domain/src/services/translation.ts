import type { ServiceDefinition } from '../service-definition.ts'
import { formWords, languageOptions, sharedFields } from './shared-questions.ts'

const spoken = { in: [{ var: '/form' }, ['MEETING', 'CALL']] } as const
const meeting = { '==': [{ var: '/form' }, 'MEETING'] } as const
const names = { ...languageOptions('from'), ...languageOptions('to') }

/** Help from a translator or an interpreter. */
export const translation: ServiceDefinition = {
  key: 'translation',
  workingDays: 3,
  requiresPermit: false,
  words: {
    ar: {
      name: 'مساعدة في الترجمة',
      summary: 'متطوع يترجم نصًا أو يرافقك في موعد أو مكالمة.',
      audience: 'للأفراد المقيمين والزوار.',
      needs: ['اللغتان والموعد إن وجد'],
    },
    en: {
      name: 'Help with translation',
      summary: 'A volunteer translates a text or interprets at a meeting or on a call.',
      audience: 'For residents and visitors.',
      needs: ['Both languages, and the date if there is one'],
    },
    ur: {
      name: 'ترجمے میں مدد',
      summary: 'ایک رضاکار متن کا ترجمہ کرے گا یا ملاقات یا کال میں ترجمانی کرے گا۔',
      audience: 'مقیم افراد اور مہمانوں کے لیے۔',
      needs: ['دونوں زبانیں، اور تاریخ اگر ہو'],
    },
    bn: {
      name: 'অনুবাদে সহায়তা',
      summary: 'একজন স্বেচ্ছাসেবক লেখা অনুবাদ করবেন বা সাক্ষাতে কিংবা কলে দোভাষী হবেন।',
      audience: 'প্রবাসী ও অতিথিদের জন্য।',
      needs: ['দুটি ভাষা, এবং থাকলে তারিখ'],
    },
    hi: {
      name: 'अनुवाद में मदद',
      summary: 'एक स्वयंसेवक लेख का अनुवाद करेगा या मुलाक़ात या कॉल में दुभाषिया बनेगा।',
      audience: 'प्रवासियों और आगंतुकों के लिए।',
      needs: ['दोनों भाषाएँ, और तारीख़ यदि हो'],
    },
    id: {
      name: 'Bantuan terjemahan',
      summary: 'Seorang relawan menerjemahkan teks atau menjadi juru bahasa dalam pertemuan atau panggilan.',
      audience: 'Untuk pemukim dan pengunjung.',
      needs: ['Kedua bahasa, dan tanggal bila ada'],
    },
    fil: {
      name: 'Tulong sa pagsasalin',
      summary: 'Isang boluntaryo ang magsasalin ng teksto o magiging interpreter sa pulong o tawag.',
      audience: 'Para sa mga residente at bisita.',
      needs: ['Ang dalawang wika, at ang petsa kung mayroon'],
    },
  },
  form: {
    $id: 'translation',
    version: 1,
    schema: {
      type: 'object',
      properties: {
        form: { type: 'string', enum: ['TEXT', 'MEETING', 'CALL'] },
        from: sharedFields.language,
        to: sharedFields.language,
        about: { type: 'string', maxLength: 500 },
        date: sharedFields.date,
        place: sharedFields.place,
        note: sharedFields.note,
      },
      required: ['form', 'from', 'to', 'about'],
    },
    pages: [
      {
        id: 'main',
        items: [
          { ref: '/form', widget: 'choice' },
          { ref: '/from', widget: 'dropdown' },
          { ref: '/to', widget: 'dropdown' },
          { ref: '/about', widget: 'textarea' },
          { ref: '/date', widget: 'date', visibleIf: spoken, requiredIf: spoken },
          { ref: '/place', widget: 'text', visibleIf: meeting, requiredIf: meeting },
          { ref: '/note', widget: 'textarea' },
        ],
      },
    ],
    i18n: formWords({
      ar: {
        ...names,
        form: 'ما الذي تحتاج إلى ترجمته؟',
        'form.TEXT': 'نص مكتوب',
        'form.MEETING': 'موعد حضوري',
        'form.CALL': 'مكالمة',
        from: 'من اللغة',
        to: 'إلى اللغة',
        about: 'عمّ يدور؟',
      },
      en: {
        ...names,
        form: 'What needs translating?',
        'form.TEXT': 'A written text',
        'form.MEETING': 'A meeting in person',
        'form.CALL': 'A phone call',
        from: 'From',
        to: 'Into',
        about: 'What is it about?',
      },
      ur: {
        ...names,
        form: 'کس چیز کا ترجمہ چاہیے؟',
        'form.TEXT': 'تحریری متن',
        'form.MEETING': 'بالمشافہ ملاقات',
        'form.CALL': 'فون کال',
        from: 'کس زبان سے',
        to: 'کس زبان میں',
        about: 'یہ کس بارے میں ہے؟',
      },
      bn: {
        ...names,
        form: 'কী অনুবাদ করতে হবে?',
        'form.TEXT': 'লিখিত লেখা',
        'form.MEETING': 'সামনাসামনি সাক্ষাৎ',
        'form.CALL': 'ফোন কল',
        from: 'কোন ভাষা থেকে',
        to: 'কোন ভাষায়',
        about: 'বিষয় কী?',
      },
      hi: {
        ...names,
        form: 'किसका अनुवाद चाहिए?',
        'form.TEXT': 'लिखित लेख',
        'form.MEETING': 'आमने-सामने मुलाक़ात',
        'form.CALL': 'फ़ोन कॉल',
        from: 'किस भाषा से',
        to: 'किस भाषा में',
        about: 'यह किस बारे में है?',
      },
      id: {
        ...names,
        form: 'Apa yang perlu diterjemahkan?',
        'form.TEXT': 'Teks tertulis',
        'form.MEETING': 'Pertemuan langsung',
        'form.CALL': 'Panggilan telepon',
        from: 'Dari bahasa',
        to: 'Ke bahasa',
        about: 'Tentang apa?',
      },
      fil: {
        ...names,
        form: 'Ano ang kailangang isalin?',
        'form.TEXT': 'Nakasulat na teksto',
        'form.MEETING': 'Personal na pulong',
        'form.CALL': 'Tawag sa telepono',
        from: 'Mula sa wika',
        to: 'Sa wika',
        about: 'Tungkol saan ito?',
      },
    }),
  },
}
