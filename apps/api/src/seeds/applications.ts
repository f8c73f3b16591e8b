/** How far an invented application has come. */
export type Way =
  | 'submitted'
  | 'inReview'
  | 'needsInfo'
  | 'lodged'
  | 'approved'
  | 'inFulfilment'
  | 'fulfilled'
  | 'closed'
  | 'rejected'
  | 'permitRefused'
  | 'withdrawn'
  | 'cancelled'
  | 'expired'
  | 'waitlisted'

/** An invented application: who, for what, how long ago in working days, with which answers. */
export type Application = {
  service: 'course' | 'books' | 'lecture' | 'visit' | 'translation'
  who: string
  days: number
  way: Way
  answers: Record<string, unknown>
  /** For how many working minutes it lay before it was taken up. */
  wait?: number
  /** What is missing, or why it was refused, or what was delivered: as the way demands. */
  words?: string
}

const palms = 'Red Palm Camp, block 4'
const sawahil = 'شركة سواحل بدر للمقاولات'

/** Dates are given as days after the application: `{ in: 20 }`. */
export const applications: readonly Application[] = [
  {
    service: 'course',
    who: 'মোহাম্মদ রহমান',
    days: 0,
    way: 'submitted',
    answers: {
      topic: 'ISLAM',
      language: 'bn',
      section: 'MEN',
      time: 'WEEKEND',
      transport: true,
      note: 'ভাইও আসতে চায়।',
    },
  },
  {
    service: 'books',
    who: 'Maria Santos',
    days: 0,
    way: 'submitted',
    answers: { titles: ['TRANSLATION', 'INTRODUCTION'], language: 'fil', quantity: 3, delivery: 'COLLECT' },
  },
  {
    service: 'lecture',
    who: sawahil,
    days: 1,
    way: 'submitted',
    answers: {
      organisation: sawahil,
      responsible: 'بندر المولد',
      place: 'سكن العمال، المنطقة الصناعية، شارع 12',
      date: { in: 21 },
      language: 'ur',
      audience: 'MEN',
      people: 120,
      topic: 'آداب الجوار',
    },
  },
  {
    service: 'course',
    who: 'राजेश कुमार',
    days: 2,
    way: 'inReview',
    answers: {
      topic: 'ARABIC',
      level: 'BEGINNER',
      language: 'hi',
      section: 'MEN',
      time: 'EVENING',
      transport: false,
    },
  },
  {
    service: 'translation',
    who: 'مریم بی بی',
    days: 2,
    way: 'inReview',
    answers: {
      form: 'MEETING',
      from: 'ur',
      to: 'ar',
      about: 'ہسپتال میں معائنہ، خاتون ترجمان درکار ہے۔',
      date: { in: 6 },
      place: 'مستشفى بدر العام',
    },
  },
  {
    service: 'books',
    who: palms,
    days: 4,
    way: 'inReview',
    answers: {
      titles: ['MUSHAF', 'TRANSLATION', 'PRAYER'],
      language: 'hi',
      quantity: 60,
      organisation: palms,
      delivery: 'DELIVER',
      place: 'Industrial area, street 12',
    },
  },
  {
    service: 'books',
    who: 'അബ്ദുൽ സലാം',
    days: 6,
    way: 'needsInfo',
    answers: { titles: ['TRANSLATION'], language: 'ml', quantity: 12, delivery: 'DELIVER', place: 'ക്യാമ്പ് 7' },
    words: 'رقم جوال لشخص يستلم الكتب في الموقع|أقرب معلم إلى السكن',
  },
  {
    service: 'visit',
    who: 'مدرسة الرواد الابتدائية',
    days: 5,
    way: 'needsInfo',
    answers: {
      aim: 'SCHOOL',
      organisation: 'مدرسة الرواد الابتدائية',
      people: 35,
      date: { in: 18 },
      time: 'MORNING',
      language: 'ar',
    },
    words: 'اسم المعلم المرافق ورقم جواله',
  },
  {
    service: 'lecture',
    who: palms,
    days: 12,
    way: 'lodged',
    answers: {
      organisation: palms,
      responsible: 'Daniel Mensah',
      place: 'Recreation hall, block 4',
      date: { in: 30 },
      language: 'en',
      audience: 'MEN',
      people: 80,
      topic: 'What Ramadan teaches',
    },
    words: 'TYS-1448-20417',
  },
  {
    service: 'lecture',
    who: 'مسجد الفرقان',
    days: 17,
    way: 'lodged',
    answers: {
      organisation: 'مسجد الفرقان',
      responsible: 'عبدالرحمن الجهني',
      place: 'حي الريان',
      date: { in: 28 },
      language: 'bn',
      audience: 'BOTH',
      people: 150,
    },
    words: 'TYS-1448-20388',
  },
  {
    service: 'lecture',
    who: sawahil,
    days: 24,
    way: 'approved',
    answers: {
      organisation: sawahil,
      responsible: 'بندر المولد',
      place: 'مقر الشركة',
      date: { in: 35 },
      language: 'hi',
      audience: 'MEN',
      people: 60,
    },
    words: 'TYS-1448-20301',
  },
  {
    service: 'course',
    who: 'Nur Aisyah',
    days: 7,
    way: 'approved',
    answers: {
      topic: 'QURAN',
      level: 'MIDDLE',
      language: 'id',
      section: 'WOMEN',
      time: 'AFTERNOON',
      transport: true,
    },
  },
  {
    service: 'course',
    who: 'Liza Bautista',
    days: 9,
    way: 'waitlisted',
    answers: { topic: 'ISLAM', language: 'fil', section: 'WOMEN', time: 'WEEKEND', transport: true },
  },
  {
    service: 'course',
    who: 'ዘይነብ ሙሐመድ',
    days: 13,
    way: 'inFulfilment',
    answers: {
      topic: 'ARABIC',
      level: 'MIDDLE',
      language: 'am',
      section: 'WOMEN',
      time: 'MORNING',
      transport: false,
    },
  },
  {
    service: 'translation',
    who: 'জাহিদ হাসান',
    days: 8,
    way: 'inFulfilment',
    answers: { form: 'TEXT', from: 'ar', to: 'bn', about: 'কোম্পানির চুক্তিপত্র, তিন পৃষ্ঠা।' },
  },
  {
    service: 'books',
    who: 'عبداللہ خان',
    days: 6,
    way: 'fulfilled',
    answers: { titles: ['CHILDREN'], language: 'ur', quantity: 4, delivery: 'COLLECT' },
    words: 'سُلّمت أربع نسخ من كتب السيرة للأطفال في الاستقبال.',
  },
  {
    service: 'visit',
    who: 'Thomas Keller',
    days: 7,
    way: 'fulfilled',
    answers: { aim: 'LEARN', people: 6, date: { in: 6 }, time: 'AFTERNOON', language: 'en' },
    words: 'Visit of six guests with a guide on Tuesday, 17:00.',
  },
  {
    service: 'course',
    who: 'Budi Santoso',
    days: 33,
    way: 'closed',
    answers: {
      topic: 'QURAN',
      level: 'BEGINNER',
      language: 'id',
      section: 'MEN',
      time: 'EVENING',
      transport: false,
    },
    words: 'حُجز مقعد في حلقة المبتدئين، وبدأ الحضور.',
  },
  {
    service: 'books',
    who: sawahil,
    days: 38,
    way: 'closed',
    answers: {
      titles: ['MUSHAF', 'TRANSLATION'],
      language: 'ur',
      quantity: 40,
      delivery: 'DELIVER',
      place: 'سكن العمال، شارع 12',
    },
    words: 'وُصّلت 40 نسخة إلى السكن.',
  },
  {
    service: 'lecture',
    who: 'مسجد الفرقان',
    days: 61,
    way: 'closed',
    answers: {
      organisation: 'مسجد الفرقان',
      responsible: 'عبدالرحمن الجهني',
      place: 'حي الريان',
      date: { in: 32 },
      language: 'ur',
      audience: 'MEN',
      people: 90,
    },
    words: 'أُقيمت المحاضرة وحضرها 94 شخصًا.|TYS-1448-19874',
  },
  {
    service: 'translation',
    who: 'Rodel Garcia',
    days: 44,
    way: 'closed',
    answers: { form: 'CALL', from: 'fil', to: 'ar', about: 'Tawag sa ospital tungkol sa iskedyul.' },
    words: 'مكالمة هاتفية بحضور مترجم، 20 دقيقة.',
  },
  {
    service: 'course',
    who: 'شازیہ پروین',
    days: 70,
    way: 'closed',
    answers: {
      topic: 'ARABIC',
      level: 'BEGINNER',
      language: 'ur',
      section: 'WOMEN',
      time: 'MORNING',
      transport: true,
    },
    words: 'أُكملت الدورة وسُلّمت الشهادة.',
  },
  {
    service: 'visit',
    who: 'Red Palm Camp, block 4',
    days: 85,
    way: 'closed',
    answers: {
      aim: 'LEARN',
      organisation: palms,
      people: 22,
      date: { in: 12 },
      time: 'AFTERNOON',
      language: 'en',
    },
    words: 'زيارة 22 ضيفًا مع مرشد بالإنجليزية.',
  },
  {
    service: 'books',
    who: 'Cabdi Warsame',
    days: 96,
    way: 'closed',
    answers: { titles: ['TRANSLATION', 'PRAYER'], language: 'so', quantity: 2, delivery: 'COLLECT' },
    words: 'سُلّمت نسختان في الاستقبال.',
  },
  {
    service: 'translation',
    who: 'विनोद यादव',
    days: 29,
    way: 'rejected',
    answers: { form: 'TEXT', from: 'ar', to: 'hi', about: 'अदालत का फ़ैसला, चालीस पन्ने।' },
    words:
      'NOT_OUR_SERVICE|Court papers need a sworn translator. A list of sworn offices in Yanbu is in the message we sent you; we will gladly come along to explain the result.',
  },
  {
    service: 'lecture',
    who: sawahil,
    days: 52,
    way: 'permitRefused',
    answers: {
      organisation: sawahil,
      responsible: 'بندر المولد',
      place: 'ساحة مفتوحة',
      date: { in: 15 },
      language: 'ur',
      audience: 'MEN',
      people: 400,
    },
    words:
      'PERMIT_REFUSED|لم يُعتمد التصريح لأن الموقع ساحة مفتوحة. يمكنكم التقديم مجددًا بموقع مغلق، ونساعدكم في اختياره.|TYS-1448-20012',
  },
  {
    service: 'course',
    who: 'ياسر عثمان',
    days: 18,
    way: 'withdrawn',
    answers: {
      topic: 'QURAN',
      level: 'ADVANCED',
      language: 'ar',
      section: 'MEN',
      time: 'EVENING',
      transport: false,
    },
  },
  {
    service: 'visit',
    who: 'Michael Okoro',
    days: 40,
    way: 'cancelled',
    answers: { aim: 'OTHER', people: 2, date: { in: 8 }, time: 'MORNING', language: 'en' },
    words:
      'The day turned out to be a public holiday. You were called, and a new date is agreed under another request.',
  },
  {
    service: 'books',
    who: 'রোকেয়া বেগম',
    days: 110,
    way: 'expired',
    answers: {
      titles: ['CHILDREN'],
      language: 'bn',
      quantity: 80,
      organisation: 'বাংলা স্কুল',
      delivery: 'DELIVER',
      place: 'জেদ্দা সড়ক',
    },
    words: 'خطاب من المدرسة بعدد الطلاب',
  },
  {
    service: 'course',
    who: 'सलिम मियाँ',
    days: 15,
    way: 'closed',
    answers: { topic: 'ISLAM', language: 'ne', section: 'MEN', time: 'EVENING', transport: false },
    words: 'شارك في ثلاثة لقاءات تعريفية بالنيبالية.',
  },
]
