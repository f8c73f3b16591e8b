import type { Tongue } from './type.ts'

const ml: Tongue = {
  language: 'ml',
  greetings: ['അസ്സലാമു അലൈക്കും,', 'നമസ്കാരം,', ''],
  thanks: ['നന്ദി.', ''],
  replies: ['വഅലൈക്കുമുസ്സലാം, എഴുതിയതിന് നന്ദി.', 'നമസ്കാരം,'],
  farewells: ['വീണ്ടും എഴുതാം.', 'സഹായിക്കാൻ സന്തോഷമേയുള്ളൂ.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'മലയാളം ക്ലാസ്',
      text: 'മലയാളത്തിലുള്ള ക്ലാസ് എപ്പോഴാണ് തുടങ്ങുന്നത്?',
      answer: 'വെള്ളിയാഴ്ച അസർ നമസ്കാരത്തിനു ശേഷം. ഫീസ് ഇല്ല.',
    },
    {
      kind: 'INQUIRY',
      subject: 'മലയാളം പരിഭാഷയുള്ള ഖുർആൻ',
      text: 'മലയാളം പരിഭാഷയുള്ള ഖുർആൻ കിട്ടുമോ? രണ്ടു കോപ്പി മതി.',
      answer: 'ഉണ്ട്. റിസപ്ഷനിൽ നിന്ന് വാങ്ങാം.',
    },
    {
      kind: 'SUGGESTION',
      subject: 'കുട്ടികൾക്കുള്ള ക്ലാസ്',
      text: 'അവധിക്കാലത്ത് കുട്ടികൾക്ക് ഒരു ക്ലാസ് നടത്തിയാൽ നന്നായിരുന്നു.',
      answer: 'നിർദേശം സ്വീകരിച്ചു, അടുത്ത അവധിക്കാലത്ത് തുടങ്ങും.',
    },
  ],
}

const ta: Tongue = {
  language: 'ta',
  greetings: ['அஸ்ஸலாமு அலைக்கும்,', 'வணக்கம்,', ''],
  thanks: ['நன்றி.', ''],
  replies: ['வணக்கம், எழுதியதற்கு நன்றி.', 'வஅலைக்குமுஸ்ஸலாம்,'],
  farewells: ['மேலும் கேள்விகள் இருந்தால் எழுதுங்கள்.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'தமிழ் சொற்பொழிவு',
      text: 'வெள்ளிக்கிழமை தமிழ் சொற்பொழிவு எங்கே நடக்கிறது?',
      answer: 'பெரிய பள்ளிவாசலுக்கு அருகிலுள்ள மண்டபத்தில், மாலை 5 மணிக்கு.',
    },
    {
      kind: 'COMPLAINT',
      subject: 'புத்தகம் வரவில்லை',
      text: 'இரண்டு வாரங்களுக்கு முன் கேட்ட புத்தகங்கள் இன்னும் வரவில்லை.',
      answer: 'மன்னிக்கவும். புத்தகங்கள் நாளை உங்கள் முகாமிற்கு வந்து சேரும்.',
    },
  ],
}

const am: Tongue = {
  language: 'am',
  greetings: ['አሰላሙ ዓለይኩም፣', 'ጤና ይስጥልኝ፣', ''],
  thanks: ['አመሰግናለሁ።', ''],
  replies: ['ወዓለይኩም ሰላም፣ ስለጻፉልን እናመሰግናለን።', 'ጤና ይስጥልኝ፣'],
  farewells: ['ሌላ ጥያቄ ካለዎት ይጻፉልን።'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'የአማርኛ ትምህርት',
      text: 'በአማርኛ የሚሰጥ የቁርኣን ትምህርት አለ?',
      answer: 'አዎ፣ ዘወትር ዓርብ ከዐስር ሰላት በኋላ ይሰጣል። ክፍያ የለውም።',
    },
    {
      kind: 'INQUIRY',
      subject: 'አስተርጓሚ እፈልጋለሁ',
      text: 'ሆስፒታል ለመሄድ አስተርጓሚ እፈልጋለሁ።',
      answer: 'ፈቃደኛ አስተርጓሚ ሰኞ ጠዋት አብሮዎት ይሄዳል።',
    },
    {
      kind: 'COMPLIMENT',
      subject: 'ምስጋና',
      text: 'በቋንቋዬ ስላነጋገራችሁኝ በጣም አመሰግናለሁ።',
      answer: '',
    },
  ],
}

const ne: Tongue = {
  language: 'ne',
  greetings: ['नमस्कार,', 'अस्सलामु अलैकुम,', ''],
  thanks: ['धन्यवाद।', ''],
  replies: ['नमस्कार, लेख्नुभएकोमा धन्यवाद।'],
  farewells: ['अरू प्रश्न भए लेख्नुहोला।', 'हामी सहयोग गर्न तयार छौँ।'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'नेपालीमा नमाज सिक्ने कक्षा',
      text: 'नेपाली भाषामा नमाज सिक्ने कक्षा कहिले हुन्छ?',
      answer: 'शनिबार र मङ्गलबार साँझ 7 बजे हुन्छ, निःशुल्क छ।',
    },
    {
      kind: 'INQUIRY',
      subject: 'नेपाली किताब',
      text: 'इस्लामबारे नेपालीमा लेखिएको सानो किताब पाइन्छ?',
      answer: 'पाइन्छ, स्वागत कक्षबाट लिन सक्नुहुन्छ।',
    },
    {
      kind: 'OBSERVATION',
      subject: 'बत्ती बिग्रेको',
      text: 'पार्किङको बत्ती बिग्रेको छ, राति आउँदा अँध्यारो हुन्छ।',
      answer: 'बत्ती आजै मर्मत गरियो, जानकारीका लागि धन्यवाद।',
    },
  ],
}

const so: Tongue = {
  language: 'so',
  greetings: ['Assalaamu calaykum,', ''],
  thanks: ['Mahadsanid.', 'Jazaakallaahu khayran.'],
  replies: ['Wa calaykum salaam, waad ku mahadsan tahay qoraalkaaga.'],
  farewells: ['Haddii aad su’aal kale qabtid noo soo qor.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'Casharrada af-Soomaaliga',
      text: 'ma jiraan casharro af-Soomaali ah oo dumarka loogu talagalay?',
      answer: 'Haa, maalin kasta oo Sabti ah galabtii. Waa bilaash.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Buugaag af-Soomaali ah',
      text: 'waxaan rabaa tarjumada macnaha Qur’aanka oo af-Soomaali ah.',
      answer: 'Waa diyaar, ka qaado qolka soo dhaweynta.',
    },
  ],
}

/** Communities that are answered in their own language, by people rather than by screens. */
export const others: readonly Tongue[] = [ml, ta, am, ne, so]
