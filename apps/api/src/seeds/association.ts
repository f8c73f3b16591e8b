import type { AssociationSeed } from './essentials.ts'

/** The demonstration association; its name is the policy's, its numbers and addresses belong to nobody. */
export const demonstrationAssociation: AssociationSeed = {
  name: {
    ar: 'جمعية الدعوة والإرشاد وتوعية الجاليات بمحافظة بدر',
    en: "Association for Da'wah, Guidance and Communities' Awareness in Badr",
    ur: 'جمعیت دعوت و ارشاد و توعیۃ الجالیات، بدر',
    bn: 'বদর দাওয়াহ, নির্দেশনা ও প্রবাসী সচেতনতা সংস্থা',
    hi: 'बद्र दावत, मार्गदर्शन और समुदाय जागरूकता संस्था',
    id: 'Lembaga Dakwah, Bimbingan, dan Pembinaan Komunitas Badr',
    fil: 'Asosasyon ng Paanyaya, Patnubay at Kamalayan ng mga Komunidad sa Badr',
  },
  address: {
    ar: 'محافظة بدر، حي الريان، شارع المسجد الجامع',
    en: 'Al-Rayyan district, Grand Mosque Street, Badr',
    ur: 'محلہ الریان، شارع جامع مسجد، بدر',
    bn: 'আর-রাইয়ান এলাকা, জামে মসজিদ সড়ক, বদর',
    hi: 'अर-रय्यान मोहल्ला, जामा मस्जिद रोड, बद्र',
    id: 'Distrik Ar-Rayyan, Jalan Masjid Raya, Badr',
    fil: 'Distrito ng Ar-Rayyan, Kalye ng Malaking Moske, Badr',
  },
  hours: {
    ar: 'الأحد إلى الخميس، 8:00–12:00 و13:00–16:00',
    en: 'Sunday to Thursday, 8:00–12:00 and 13:00–16:00',
    ur: 'اتوار تا جمعرات، 8:00–12:00 اور 13:00–16:00',
    bn: 'রবি থেকে বৃহস্পতি, 8:00–12:00 ও 13:00–16:00',
    hi: 'रविवार से गुरुवार, 8:00–12:00 और 13:00–16:00',
    id: 'Ahad sampai Kamis, 8:00–12:00 dan 13:00–16:00',
    fil: 'Linggo hanggang Huwebes, 8:00–12:00 at 13:00–16:00',
  },
  phone: '+966520000100',
  email: 'info@badr.example.org',
  whatsapp: '+966520000101',
  accounts: {
    FEEDBACK_LINK: 'badr.example.org/f',
    PHONE: '+966520000100',
    SOCIAL: '@badr_example',
    LETTER: 'ص.ب 1448، بدر',
    EMAIL: 'info@badr.example.org',
    VISIT: 'حي الريان، شارع المسجد الجامع',
    WEBSITE: 'badr.example.org',
  },
  demonstration: true,
  policyDays: 212,
}
