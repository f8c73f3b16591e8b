import type { BeneficiaryKind, Segment } from '@sila/domain/beneficiary'

/** An invented beneficiary. */
export type PersonSeed = {
  name: string
  language: string
  spoken: readonly string[]
  segment: Segment
  city: string
  kind: BeneficiaryKind
}

const cities = ['بدر', 'ينبع', 'المدينة المنورة', 'الرايس', 'الواسطة'] as const
const usual = [
  'RESIDENT_WORKER',
  'RESIDENT_WORKER',
  'FAMILY',
  'NEW_MUSLIM',
  'RESIDENT_WORKER',
  'INQUIRER',
  'STUDENT',
  'DOMESTIC_WORKER',
  'VISITOR',
] as const

const names: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'نورة العتيبي',
    'سعود القحطاني',
    'أحمد عبدالله الزهراني',
    'فاطمة محمود',
    'عبدالرحمن الجهني',
    'مريم الصبحي',
    'ياسر عثمان',
    'هالة إبراهيم',
    'بندر المولد',
    'أم عبدالعزيز',
  ],
  en: ['Daniel Mensah', 'Sarah Whitfield', 'Michael Okoro', 'Grace Njeri', 'Thomas Keller'],
  ur: ['محمد اسلم', 'عبداللہ خان', 'مریم بی بی', 'غلام مرتضیٰ', 'ثنا اللہ', 'شازیہ پروین', 'طارق محمود'],
  bn: ['মোহাম্মদ রহমান', 'আবদুল করিম', 'জাহিদ হাসান', 'রোকেয়া বেগম', 'শফিকুল আলম', 'নাসির উদ্দিন', 'সাইফুল ইসলাম'],
  hi: ['राजेश कुमार', 'इमरान अंसारी', 'सुनीता देवी', 'मोहम्मद शकील', 'विनोद यादव'],
  id: ['Budi Santoso', 'Nur Aisyah', 'Dewi Lestari', 'Ahmad Fauzi', 'Sri Wahyuni'],
  fil: ['Maria Santos', 'Jose Mercado', 'Abdullah Macarambon', 'Liza Bautista', 'Rodel Garcia'],
  ml: ['രാജീവ് നായർ', 'അബ്ദുൽ സലാം', 'ഷമീർ കെ പി', 'ആയിഷ ബീവി'],
  ta: ['முகமது இஸ்மாயில்', 'குமார் செல்வம்', 'பாத்திமா பேகம்'],
  am: ['አበበ ከበደ', 'ሰይድ አህመድ', 'ዘይነብ ሙሐመድ'],
  ne: ['बिष्णु थापा', 'रमेश गुरुङ', 'सलिम मियाँ'],
  so: ['Cabdi Warsame', 'Hodan Nuur', 'Faarax Xasan'],
}

/** The people of the demonstration: twelve languages, each name in its own script. */
export const people: readonly PersonSeed[] = Object.entries(names).flatMap(([language, own], group) =>
  own.map((name, index) => ({
    ...{ name, language, kind: 'INDIVIDUAL' as const },
    spoken:
      index % 3 === 1 && language !== 'ar'
        ? [language, 'ar']
        : index % 3 === 2 && language !== 'en'
          ? [language, 'en']
          : [language],
    segment: usual[(group * 2 + index) % usual.length] ?? 'VISITOR',
    city: cities[(group + index * 2) % cities.length] ?? 'بدر',
  })),
)

/** Those who ask for more than themselves. */
export const organisations: readonly PersonSeed[] = [
  {
    name: 'شركة سواحل بدر للمقاولات',
    language: 'ar',
    spoken: ['ar'],
    segment: 'RESIDENT_WORKER',
    city: 'بدر',
    kind: 'ORGANISATION',
  },
  {
    name: 'مسجد الفرقان',
    language: 'ar',
    spoken: ['ar'],
    segment: 'FAMILY',
    city: 'بدر',
    kind: 'ORGANISATION',
  },
  {
    name: 'Red Palm Camp, block 4',
    language: 'en',
    spoken: ['en', 'hi'],
    segment: 'RESIDENT_WORKER',
    city: 'ينبع',
    kind: 'GROUP',
  },
  {
    name: 'مدرسة الرواد الابتدائية',
    language: 'ar',
    spoken: ['ar'],
    segment: 'STUDENT',
    city: 'الواسطة',
    kind: 'ORGANISATION',
  },
  {
    name: 'قسم الإعلام بالجمعية',
    language: 'ar',
    spoken: ['ar'],
    segment: 'STUDENT',
    city: 'بدر',
    kind: 'INTERNAL_DEPARTMENT',
  },
]
