import type { ServiceDefinition } from '../service-definition.ts'
import { formWords, sharedFields } from './shared-questions.ts'

/** A preacher's visit or a lecture; the association lodges its permit through Taysir (D4). */
export const lecture: ServiceDefinition = {
  key: 'lecture',
  workingDays: 10,
  requiresPermit: true,
  words: {
    ar: {
      name: 'طلب محاضرة',
      summary:
        'داعية بلغة الحضور يزور مسجدكم أو شركتكم أو سكنكم. ترفع الجمعية طلب التصريح عبر برنامج تيسير وتتواصل معكم عند الموافقة عليه.',
      audience: 'للمساجد والجهات والشركات ومواقع السكن.',
      needs: ['شخص مسؤول في الموقع', 'موعد بعد أسبوعين على الأقل لاستخراج التصريح'],
    },
    en: {
      name: 'Ask for a lecture',
      summary:
        "A preacher in the listeners' language visits your mosque, company or housing. The association lodges the permit request through Taysir and contacts you on approval.",
      audience: 'For mosques, organisations, companies and housing sites.',
      needs: ['A responsible person at the place', 'A date at least two weeks ahead, for the permit'],
    },
    ur: {
      name: 'لیکچر کی درخواست',
      summary:
        'سننے والوں کی زبان کا داعی آپ کی مسجد، کمپنی یا رہائش پر آئے گا۔ انجمن اجازت نامے کی درخواست تیسیر کے ذریعے بھیجے گی اور منظوری پر آپ سے رابطہ کرے گی۔',
      audience: 'مساجد، اداروں، کمپنیوں اور رہائشی مقامات کے لیے۔',
      needs: ['جگہ پر ایک ذمہ دار شخص', 'اجازت نامے کے لیے کم از کم دو ہفتے بعد کی تاریخ'],
    },
    bn: {
      name: 'বক্তৃতার আবেদন',
      summary:
        'শ্রোতাদের ভাষার একজন দাঈ আপনার মসজিদ, কোম্পানি বা আবাসনে আসবেন। সংস্থা তাইসিরের মাধ্যমে অনুমতির আবেদন করবে এবং অনুমোদন হলে আপনার সঙ্গে যোগাযোগ করবে।',
      audience: 'মসজিদ, প্রতিষ্ঠান, কোম্পানি ও আবাসনের জন্য।',
      needs: ['স্থানে একজন দায়িত্বপ্রাপ্ত ব্যক্তি', 'অনুমতির জন্য অন্তত দুই সপ্তাহ পরের তারিখ'],
    },
    hi: {
      name: 'व्याख्यान के लिए आवेदन',
      summary:
        'सुनने वालों की भाषा के दाई आपकी मस्जिद, कंपनी या आवास पर आएँगे। संस्था तैसीर के ज़रिए अनुमति का आवेदन जमा करेगी और स्वीकृति मिलने पर आपसे संपर्क करेगी।',
      audience: 'मस्जिदों, संगठनों, कंपनियों और आवास स्थलों के लिए।',
      needs: ['स्थान पर एक ज़िम्मेदार व्यक्ति', 'अनुमति के लिए कम से कम दो सप्ताह बाद की तारीख़'],
    },
    id: {
      name: 'Minta ceramah',
      summary:
        'Seorang dai berbahasa para pendengar datang ke masjid, perusahaan, atau tempat tinggal Anda. Lembaga mengajukan izin melalui Taysir dan menghubungi Anda setelah disetujui.',
      audience: 'Untuk masjid, organisasi, perusahaan, dan tempat tinggal pekerja.',
      needs: ['Penanggung jawab di tempat', 'Tanggal sedikitnya dua minggu ke depan, untuk izin'],
    },
    fil: {
      name: 'Humiling ng panayam',
      summary:
        'Isang tagapagturo sa wika ng mga nakikinig ang bibisita sa inyong moske, kompanya o tirahan. Ihahain ng asosasyon ang permit sa Taysir at kokontakin kayo kapag naaprubahan.',
      audience: 'Para sa mga moske, organisasyon, kompanya at tirahan.',
      needs: [
        'May pananagutang tao sa lugar',
        'Petsang hindi bababa sa dalawang linggo mula ngayon, para sa permit',
      ],
    },
  },
  form: {
    $id: 'lecture',
    version: 1,
    schema: {
      type: 'object',
      properties: {
        organisation: sharedFields.organisation,
        responsible: { type: 'string', maxLength: 120 },
        place: sharedFields.place,
        date: sharedFields.date,
        otherDate: sharedFields.date,
        language: sharedFields.language,
        audience: { type: 'string', enum: ['MEN', 'WOMEN', 'BOTH'] },
        people: sharedFields.people,
        topic: { type: 'string', maxLength: 200 },
        note: sharedFields.note,
      },
      required: ['organisation', 'responsible', 'place', 'date', 'language', 'audience', 'people'],
    },
    pages: [
      {
        id: 'main',
        items: [
          { ref: '/organisation', widget: 'text' },
          { ref: '/responsible', widget: 'text' },
          { ref: '/place', widget: 'text' },
          { ref: '/date', widget: 'date' },
          { ref: '/otherDate', widget: 'date' },
          { ref: '/language', widget: 'dropdown' },
          { ref: '/audience', widget: 'choice' },
          { ref: '/people', widget: 'number' },
          { ref: '/topic', widget: 'text' },
          { ref: '/note', widget: 'textarea' },
        ],
      },
    ],
    i18n: formWords({
      ar: {
        responsible: 'اسم المسؤول في الموقع',
        otherDate: 'تاريخ بديل',
        audience: 'الحضور',
        'audience.MEN': 'رجال',
        'audience.WOMEN': 'نساء',
        'audience.BOTH': 'رجال ونساء',
        topic: 'الموضوع المقترح',
      },
      en: {
        responsible: 'Responsible person at the place',
        otherDate: 'Another possible date',
        audience: 'Audience',
        'audience.MEN': 'Men',
        'audience.WOMEN': 'Women',
        'audience.BOTH': 'Men and women',
        topic: 'Topic you suggest',
      },
      ur: {
        responsible: 'جگہ پر ذمہ دار شخص',
        otherDate: 'متبادل تاریخ',
        audience: 'حاضرین',
        'audience.MEN': 'مرد',
        'audience.WOMEN': 'خواتین',
        'audience.BOTH': 'مرد اور خواتین',
        topic: 'تجویز کردہ موضوع',
      },
      bn: {
        responsible: 'স্থানে দায়িত্বপ্রাপ্ত ব্যক্তি',
        otherDate: 'বিকল্প তারিখ',
        audience: 'শ্রোতা',
        'audience.MEN': 'পুরুষ',
        'audience.WOMEN': 'নারী',
        'audience.BOTH': 'নারী ও পুরুষ',
        topic: 'প্রস্তাবিত বিষয়',
      },
      hi: {
        responsible: 'स्थान पर ज़िम्मेदार व्यक्ति',
        otherDate: 'दूसरी संभव तारीख़',
        audience: 'श्रोता',
        'audience.MEN': 'पुरुष',
        'audience.WOMEN': 'महिलाएँ',
        'audience.BOTH': 'पुरुष और महिलाएँ',
        topic: 'सुझाया गया विषय',
      },
      id: {
        responsible: 'Penanggung jawab di tempat',
        otherDate: 'Tanggal lain',
        audience: 'Hadirin',
        'audience.MEN': 'Laki-laki',
        'audience.WOMEN': 'Perempuan',
        'audience.BOTH': 'Laki-laki dan perempuan',
        topic: 'Tema yang diusulkan',
      },
      fil: {
        responsible: 'Taong may pananagutan sa lugar',
        otherDate: 'Iba pang posibleng petsa',
        audience: 'Mga dadalo',
        'audience.MEN': 'Lalaki',
        'audience.WOMEN': 'Babae',
        'audience.BOTH': 'Lalaki at babae',
        topic: 'Mungkahing paksa',
      },
    }),
  },
}
