import type { Dice } from '../dice.ts'

type Names = { language: string; weight: number; given: readonly string[]; family: readonly string[] }

const words = (list: string): readonly string[] => list.split(' ').map((word) => word.replaceAll('_', ' '))

/** Names as communities bear them; combined by chance, so any likeness is chance too. */
const names: readonly Names[] = [
  {
    ...{ language: 'ar', weight: 26 },
    given: words(
      'محمد أحمد عبدالله عبدالرحمن خالد سعود فهد ناصر سلطان ياسر إبراهيم يوسف عمر علي حسن حسين صالح ماجد بندر تركي فاطمة نورة سارة مريم عائشة هند ريم منى هدى أمل لطيفة زينب خديجة سلمى رنا هالة جواهر العنود أسماء إيمان',
    ),
    family: words(
      'الحربي العتيبي القحطاني الغامدي الزهراني الشهري الدوسري المطيري الجهني البلوي العنزي الشمري المالكي السلمي الثقفي عثمان إدريس المصري السوداني اليماني باوزير الحضرمي حجازي السيد الخطيب منصور سليمان النجار الشامي حمدان',
    ),
  },
  {
    ...{ language: 'ur', weight: 15 },
    given: words(
      'محمد غلام عبدالرحیم طارق اسلم شاہد عمران کامران بلال حمزہ ندیم اکرم رشید فیصل وقاص ثاقب شازیہ ثمینہ نائلہ صائمہ فوزیہ عابدہ رخسانہ مریم_بی_بی',
    ),
    family: words('خان احمد حسین ملک چوہدری بٹ قریشی انصاری صدیقی مرزا شاہ بیگ اعوان گل راجپوت محمود اقبال'),
  },
  {
    ...{ language: 'bn', weight: 18 },
    given: words(
      'মোহাম্মদ আবদুল রফিক শফিক জাহিদ নাসির সাইফুল কামাল জামাল হাসান হোসেন মিজান আনোয়ার শহীদ রাসেল সোহেল রোকেয়া ফাতেমা আয়েশা নাসরিন শাহিনা সালমা',
    ),
    family: words('রহমান ইসলাম করিম আলম উদ্দিন মিয়া হক আলী খান চৌধুরী সরকার মোল্লা শেখ বেগম খাতুন আক্তার'),
  },
  {
    ...{ language: 'hi', weight: 9 },
    given: words('राजेश सुरेश विनोद अनिल संजय मोहम्मद इमरान शकील अरशद सलीम रमेश दिनेश सुनीता अनीता रेखा शबाना नसीम'),
    family: words('कुमार यादव सिंह शर्मा अंसारी खान देवी प्रसाद गुप्ता सैयद चौहान वर्मा शेख'),
  },
  {
    ...{ language: 'en', weight: 8 },
    given: words(
      'Daniel Sarah Michael Grace Thomas James Peter Emma Samuel Joseph Ruth David Esther Kwame Amara Yusuf Ibrahim Fatou Musa Hawa',
    ),
    family: words(
      'Mensah Okoro Njeri Whitfield Keller Johnson Adeyemi Owusu Mwangi Smith Brown Diallo Bello Conteh Kamara Wilson',
    ),
  },
  {
    ...{ language: 'id', weight: 7 },
    given: words('Budi Ahmad Nur Siti Dewi Sri Agus Eko Muhammad Rizki Fauzi Aisyah Rahma Wati Slamet Yusuf'),
    family: words(
      'Santoso Wijaya Lestari Rahmawati Hidayat Saputra Wahyuni Kurniawan Setiawan Hasanah Maulana Pratama',
    ),
  },
  {
    ...{ language: 'fil', weight: 7 },
    given: words(
      'Maria Jose Abdullah Liza Rodel Jenny Mark Angelica Ramon Cristina Omar Norhana Jamal Rowena Edgar Amina',
    ),
    family: words(
      'Santos Reyes Cruz Bautista Garcia Mercado Macarambon Dimaporo Ramos Mendoza Villanueva Aquino Pangandaman',
    ),
  },
  {
    ...{ language: 'ml', weight: 3 },
    given: words('രാജീവ് അബ്ദുൽ ഷമീർ ആയിഷ മുഹമ്മദ് അനീഷ് ഫാത്തിമ നൗഷാദ് സുരേഷ്'),
    family: words('നായർ സലാം ബീവി കുട്ടി റഹ്മാൻ തോമസ് മേനോൻ'),
  },
  {
    ...{ language: 'ta', weight: 2 },
    given: words('முகமது குமார் பாத்திமா இஸ்மாயில் ராஜா செல்வி அப்துல்'),
    family: words('செல்வம் பேகம் காதர் முருகன் ரஹ்மான் அலி'),
  },
  {
    ...{ language: 'am', weight: 2 },
    given: words('አበበ ሰይድ ዘይነብ ሙሐመድ ከድር አሕመድ ፋጡማ ዩሱፍ'),
    family: words('ከበደ አህመድ ሙሐመድ ተስፋዬ ሁሴን ዓሊ'),
  },
  {
    ...{ language: 'ne', weight: 2 },
    given: words('बिष्णु रमेश सलिम हरि कृष्ण सीता गीता राम'),
    family: words('थापा गुरुङ मियाँ तामाङ श्रेष्ठ राई'),
  },
  {
    ...{ language: 'so', weight: 1 },
    given: words('Cabdi Hodan Faarax Maxamed Xaliimo Axmed Caasha'),
    family: words('Warsame Nuur Xasan Jaamac Cali'),
  },
]

/** An invented name of two or three words, and its language. */
export function makeName(dice: Dice): { name: string; language: string } {
  const community = dice.weighted(names.map((one) => [one, one.weight] as const))
  const middle = dice.percent(55) ? [dice.pick(community.given)] : []
  return {
    name: [dice.pick(community.given), ...middle, dice.pick(community.family)].join(' '),
    language: community.language,
  }
}
