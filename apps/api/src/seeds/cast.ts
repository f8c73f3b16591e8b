import type { Role } from '@sila/domain/permission'

/** A group of the demonstration's staff. */
export type TeamSeed = { key: TeamKey; name: Record<string, string>; languages: readonly string[] }
/** The key of a group. */
export type TeamKey = 'reception' | 'south-asia' | 'east-africa' | 'programmes'
/** Somebody of the demonstration's staff; all of them are invented. */
export type StaffSeed = {
  name: string
  email: string
  role: Role
  team: TeamKey
  languages: readonly string[]
}

/** All teams serve beneficiaries together: what one of them has, the others of the department see. */
export const department = {
  ...{ ar: 'خدمات المستفيدين', en: 'Beneficiary services', ur: 'خدماتِ مستفیدین', bn: 'উপকারভোগী সেবা' },
  ...{ hi: 'लाभार्थी सेवाएँ', id: 'Layanan penerima manfaat', fil: 'Mga serbisyo sa benepisyaryo' },
}

export const teams: readonly TeamSeed[] = [
  {
    key: 'reception',
    languages: ['ar', 'en'],
    name: {
      ...{
        ar: 'الاستقبال وخدمة المستفيدين',
        en: 'Reception and beneficiary service',
        ur: 'استقبالیہ اور خدمتِ مستفیدین',
      },
      ...{
        bn: 'অভ্যর্থনা ও সেবা',
        hi: 'स्वागत और सेवा',
        id: 'Resepsionis dan layanan',
        fil: 'Pagtanggap at serbisyo',
      },
    },
  },
  {
    key: 'south-asia',
    languages: ['ur', 'bn', 'hi', 'ml', 'ta', 'ne'],
    name: {
      ...{ ar: 'جاليات جنوب آسيا', en: 'South Asian communities', ur: 'جنوبی ایشیائی برادریاں' },
      ...{
        bn: 'দক্ষিণ এশীয় সম্প্রদায়',
        hi: 'दक्षिण एशियाई समुदाय',
        id: 'Komunitas Asia Selatan',
        fil: 'Mga komunidad ng Timog Asya',
      },
    },
  },
  {
    key: 'east-africa',
    languages: ['id', 'fil', 'am', 'om', 'so'],
    name: {
      ...{
        ar: 'جاليات جنوب شرق آسيا وأفريقيا',
        en: 'South-East Asian and African communities',
        ur: 'جنوب مشرقی ایشیائی اور افریقی برادریاں',
      },
      bn: 'দক্ষিণ-পূর্ব এশীয় ও আফ্রিকান সম্প্রদায়',
      hi: 'दक्षिण-पूर्व एशियाई और अफ़्रीकी समुदाय',
      id: 'Komunitas Asia Tenggara dan Afrika',
      fil: 'Mga komunidad ng Timog-Silangang Asya at Aprika',
    },
  },
  {
    key: 'programmes',
    languages: ['ar', 'en'],
    name: {
      ...{
        ar: 'البرامج والتصاريح',
        en: 'Programmes and permits',
        ur: 'پروگرام اور اجازت نامے',
        bn: 'কর্মসূচি ও অনুমতি',
      },
      ...{ hi: 'कार्यक्रम और अनुमतियाँ', id: 'Program dan perizinan', fil: 'Mga programa at permit' },
    },
  },
]

export const staff: readonly StaffSeed[] = [
  {
    name: 'سالم الحربي',
    email: 'salem@sila.example',
    role: 'OFFICER',
    team: 'reception',
    languages: ['ar', 'en', 'ur'],
  },
  {
    name: 'هند السالم',
    email: 'hind@sila.example',
    role: 'OFFICER',
    team: 'south-asia',
    languages: ['ar', 'en', 'bn', 'hi'],
  },
  {
    name: 'خالد الشهري',
    email: 'khalid@sila.example',
    role: 'SUPERVISOR',
    team: 'reception',
    languages: ['ar', 'en'],
  },
  {
    name: 'هدى العمري',
    email: 'huda@sila.example',
    role: 'ANALYST',
    team: 'programmes',
    languages: ['ar', 'en'],
  },
  {
    name: 'نورة القحطاني',
    email: 'noura@sila.example',
    role: 'ADMINISTRATOR',
    team: 'programmes',
    languages: ['ar', 'en'],
  },
  {
    name: 'রফিকুল ইসলাম',
    email: 'rafiq@sila.example',
    role: 'OFFICER',
    team: 'south-asia',
    languages: ['bn', 'ar', 'hi', 'ne'],
  },
  {
    name: 'عبدالرؤف خان',
    email: 'rauf@sila.example',
    role: 'OFFICER',
    team: 'south-asia',
    languages: ['ur', 'hi', 'ar', 'ml', 'ta'],
  },
  {
    name: 'Siti Rahmawati',
    email: 'siti@sila.example',
    role: 'OFFICER',
    team: 'east-africa',
    languages: ['id', 'en', 'ar', 'fil'],
  },
  {
    name: 'Amina Reyes',
    email: 'amina@sila.example',
    role: 'OFFICER',
    team: 'east-africa',
    languages: ['fil', 'en', 'ar'],
  },
  {
    name: 'ዩሱፍ ከድር',
    email: 'yusuf@sila.example',
    role: 'OFFICER',
    team: 'east-africa',
    languages: ['am', 'om', 'so', 'ar', 'en'],
  },
  {
    name: 'دلال العتيبي',
    email: 'dalal@sila.example',
    role: 'PRIVACY_OFFICER',
    team: 'programmes',
    languages: ['ar', 'en'],
  },
]
