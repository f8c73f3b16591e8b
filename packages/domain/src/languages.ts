/** ISO 15924 codes of the scripts in the table. */
export type Script =
  | 'Arab'
  | 'Latn'
  | 'Beng'
  | 'Deva'
  | 'Mlym'
  | 'Taml'
  | 'Telu'
  | 'Sinh'
  | 'Ethi'
  | 'Mymr'
  | 'Rohg'
  | 'Thai'
  | 'Hans'
  | 'Cyrl'
  | 'Thaa'
  | 'Gujr'
  | 'Guru'

type Row = {
  ownName: string
  arabicName: string
  englishName: string
  script: Script
  direction: 'rtl' | 'ltr'
  /** The complete language that a reader of this one most likely reads too. */
  fallback: 'ar' | 'en' | 'ur' | 'bn' | 'hi' | 'id' | 'fil'
  /** 0 the association's own, 1 complete, 2 and 3 spoken to by people, not by screens. */
  tier: 0 | 1 | 2 | 3
}

function row(
  script: Script,
  direction: Row['direction'],
  tier: Row['tier'],
  fallback: Row['fallback'],
  ownName: string,
  arabicName: string,
  englishName: string,
): Row {
  return { ownName, arabicName, englishName, script, direction, fallback, tier }
}

/** The languages of the communities that associations serve. */
export const languages = {
  ar: row('Arab', 'rtl', 0, 'ar', 'العربية', 'العربية', 'Arabic'),
  en: row('Latn', 'ltr', 0, 'en', 'English', 'الإنجليزية', 'English'),
  ur: row('Arab', 'rtl', 1, 'ur', 'اردو', 'الأوردية', 'Urdu'),
  bn: row('Beng', 'ltr', 1, 'bn', 'বাংলা', 'البنغالية', 'Bengali'),
  hi: row('Deva', 'ltr', 1, 'hi', 'हिन्दी', 'الهندية', 'Hindi'),
  id: row('Latn', 'ltr', 1, 'id', 'Bahasa Indonesia', 'الإندونيسية', 'Indonesian'),
  fil: row('Latn', 'ltr', 1, 'fil', 'Filipino', 'الفلبينية', 'Filipino'),
  ml: row('Mlym', 'ltr', 2, 'en', 'മലയാളം', 'المالايالامية', 'Malayalam'),
  ta: row('Taml', 'ltr', 2, 'en', 'தமிழ்', 'التاميلية', 'Tamil'),
  te: row('Telu', 'ltr', 2, 'en', 'తెలుగు', 'التيلوغوية', 'Telugu'),
  si: row('Sinh', 'ltr', 2, 'en', 'සිංහල', 'السنهالية', 'Sinhala'),
  ne: row('Deva', 'ltr', 2, 'hi', 'नेपाली', 'النيبالية', 'Nepali'),
  gu: row('Gujr', 'ltr', 3, 'hi', 'ગુજરાતી', 'الغوجاراتية', 'Gujarati'),
  pa: row('Guru', 'ltr', 3, 'hi', 'ਪੰਜਾਬੀ', 'البنجابية', 'Punjabi'),
  am: row('Ethi', 'ltr', 2, 'en', 'አማርኛ', 'الأمهرية', 'Amharic'),
  ti: row('Ethi', 'ltr', 2, 'en', 'ትግርኛ', 'التغرينية', 'Tigrinya'),
  om: row('Latn', 'ltr', 2, 'en', 'Afaan Oromoo', 'الأورومية', 'Oromo'),
  so: row('Latn', 'ltr', 2, 'ar', 'Soomaali', 'الصومالية', 'Somali'),
  ps: row('Arab', 'rtl', 2, 'ur', 'پښتو', 'البشتو', 'Pashto'),
  fa: row('Arab', 'rtl', 2, 'ar', 'فارسی', 'الفارسية', 'Persian'),
  ug: row('Arab', 'rtl', 2, 'ar', 'ئۇيغۇرچە', 'الأويغورية', 'Uyghur'),
  sd: row('Arab', 'rtl', 2, 'ur', 'سنڌي', 'السندية', 'Sindhi'),
  ckb: row('Arab', 'rtl', 2, 'ar', 'کوردیی ناوەندی', 'السورانية', 'Central Kurdish'),
  ha: row('Latn', 'ltr', 2, 'en', 'Hausa', 'الهوسا', 'Hausa'),
  sw: row('Latn', 'ltr', 2, 'en', 'Kiswahili', 'السواحلية', 'Swahili'),
  yo: row('Latn', 'ltr', 2, 'en', 'Yorùbá', 'اليوروبا', 'Yoruba'),
  fr: row('Latn', 'ltr', 2, 'en', 'Français', 'الفرنسية', 'French'),
  my: row('Mymr', 'ltr', 3, 'en', 'မြန်မာ', 'البورمية', 'Burmese'),
  rhg: row('Rohg', 'rtl', 3, 'bn', '𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝', 'الروهينغية', 'Rohingya'),
  th: row('Thai', 'ltr', 3, 'en', 'ไทย', 'التايلاندية', 'Thai'),
  vi: row('Latn', 'ltr', 3, 'en', 'Tiếng Việt', 'الفيتنامية', 'Vietnamese'),
  zh: row('Hans', 'ltr', 3, 'en', '简体中文', 'الصينية', 'Chinese'),
  ms: row('Latn', 'ltr', 3, 'id', 'Bahasa Melayu', 'الملايوية', 'Malay'),
  tr: row('Latn', 'ltr', 3, 'en', 'Türkçe', 'التركية', 'Turkish'),
  uz: row('Latn', 'ltr', 3, 'en', 'Oʻzbekcha', 'الأوزبكية', 'Uzbek'),
  ky: row('Cyrl', 'ltr', 3, 'en', 'Кыргызча', 'القيرغيزية', 'Kyrgyz'),
  ru: row('Cyrl', 'ltr', 3, 'en', 'Русский', 'الروسية', 'Russian'),
  dv: row('Thaa', 'rtl', 3, 'en', 'ދިވެހި', 'المالديفية', 'Divehi'),
} as const satisfies Record<string, Row>

/** The code of a language in the table. */
export type LanguageCode = keyof typeof languages

/** All codes, in the order of the table. */
export const languageCodes: readonly LanguageCode[] = Object.keys(languages).filter(
  (code): code is LanguageCode => Object.hasOwn(languages, code),
)
