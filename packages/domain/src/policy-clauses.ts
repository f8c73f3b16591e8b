import type { Clause } from './policy-sections.ts'

/** The 31 clauses of the default policy; `{association}` stands where the text names one. */
export const defaultClauses = [
  {
    id: 'I1',
    section: 'INTRODUCTION',
    ar: 'تضع {association} السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف.',
    en: '{association} sets policies and procedures that regulate its relations with all parties (beneficiaries, supporters, volunteers and others) so as to guarantee the rights of the association and of all these parties.',
  },
  {
    id: 'I2',
    section: 'INTRODUCTION',
    ar: 'وتشكل أنظمة العمل والعقود المصدر الأساسي في تحديد حقوق وواجبات المتعاقدين وطريقة أدائها وتبعات التقصير في الأداء، وحدود المسؤولية وطريقة تسوية الخلافات التي قد تنشأ من جراء تنفيذ هذه العقود والخدمات بشكل يكفل حماية الأطراف ذات العلاقة مع الجمعية.',
    en: "Labour regulations and contracts are the basic source for determining the contracting parties' rights and duties, the way they are performed, the consequences of falling short, the limits of responsibility, and how disputes arising from carrying out these contracts and services are settled, in a way that protects the parties related to the association.",
  },
  {
    id: 'I3',
    section: 'INTRODUCTION',
    ar: 'وتركز {association} على صيغة العلاقات مع المستفيدين، وتضع لها أولوية من خلال وضع آلية لتنظيم هذه العلاقة،',
    en: '{association} concentrates on the form of relations with beneficiaries and gives them priority, by setting a mechanism to regulate this relationship,',
  },
  {
    id: 'I4',
    section: 'INTRODUCTION',
    ar: 'مع مراجعتها باستمرار والتعديل عليها وتعميمها بما يكفل حقوق المستفيد.',
    en: "with continuous review of it, amendment of it and its circulation, so as to guarantee the beneficiary's rights.",
  },
  {
    id: 'O1',
    section: 'GOAL',
    ar: 'تقديم خدمة متميزة للمستفيدين من كافة الشرائح',
    en: 'Distinguished service to beneficiaries of all segments',
  },
  { id: 'O2', section: 'GOAL', ar: 'بإتقان وسرعة وجودة عالية', en: 'with mastery, speed and high quality' },
  { id: 'O3', section: 'GOAL', ar: 'لإنجاز معاملاتهم', en: 'to finish their transactions' },
  {
    id: 'O4',
    section: 'GOAL',
    ar: 'ومتابعة متطلباتهم ومقترحاتهم',
    en: 'and follow up their requirements and suggestions',
  },
  {
    id: 'O5',
    section: 'GOAL',
    ar: 'والعمل على مواصلة التطوير والتحسين التي تتم بالتعاون مع كافة الجهات للوصول إلى تحقيق الأهداف',
    en: 'and work on continuous development and improvement, done in co-operation with all bodies, to reach the goals',
  },
  {
    id: 'O6',
    section: 'GOAL',
    ar: 'والوصول إليهم بأسهل الطرق دون الحاجة إلى طلب المستفيد',
    en: 'and reach them by the easiest ways without need of a request by the beneficiary',
  },
  {
    id: 'G1',
    section: 'DETAILED_GOALS',
    ar: 'تقدير حاجة المستفيد وكافة الفئات المستفيدة في الجمعية من خلال تسهيل الإجراءات وحصولهم على كافة الخدمات المطلوبة دون عناء ومشقة.',
    en: 'Appreciate the need of the beneficiary and of all benefiting groups by easing procedures, and their obtaining all services required without trouble or hardship.',
  },
  {
    id: 'G2',
    section: 'DETAILED_GOALS',
    ar: 'تقديم المعلومات والإجابات بشكل ملائم بما يتناسب مع تساؤلات المستفيدين واستفساراتهم من خلال عدة قنوات تقليدية وتقنية.',
    en: "Give information and answers in a suitable way, fitting the beneficiaries' questions and inquiries, through several traditional and technical channels.",
  },
  {
    id: 'G3',
    section: 'DETAILED_GOALS',
    ar: 'استخدام التقنية الحديثة في تقديم الخدمة للمستفيد من موقعه حفاظاً لوقته وتقديراً لظروفه وسرعة إنجاز خدمته',
    en: 'Use modern technology to serve the beneficiary from where he is, saving his time, respecting his circumstances and speeding the completion of his service.',
  },
  {
    id: 'G4',
    section: 'DETAILED_GOALS',
    ar: 'التركيز على عملية قياس رضا المستفيد كوسيلة لرفع جودة الخدمة المقدمة والتحسين المستمر لإجراء تقديم خدمة وأداء مقدم الخدمة وذلك من خلال الموقع الإلكتروني للجمعية',
    en: "Concentrate on measuring beneficiary satisfaction as a means to raise the quality of the service and continuously improve the service procedure and the provider's performance, through the association's website.",
  },
  {
    id: 'G5',
    section: 'DETAILED_GOALS',
    ar: 'زيادة ثقة وانتماء المستفيدين للجمعية من خلال تبني أفضل المعايير',
    en: "Increase beneficiaries' trust in and belonging to the association by adopting the best standards.",
  },
  {
    id: 'M1',
    section: 'PRACTICES',
    ar: 'تصحيح المفاهيم السائدة لدى المستفيد عن الخدمات المقدمة في الجمعية',
    en: 'Correct the concepts the beneficiary commonly holds about the services offered.',
  },
  {
    id: 'M2',
    section: 'PRACTICES',
    ar: 'تكوين انطباعات وقناعات إيجابية جديدة نحو الجمعية وما تقدم من خدمات',
    en: 'Form new positive impressions and convictions about the association and its services.',
  },
  {
    id: 'M3',
    section: 'PRACTICES',
    ar: 'نشر ثقافة تقييم الخدمة لدى المستفيد والتشجيع على ذلك والتأكيد على أن تقييم جودة الخدمة حق من حقوق المستفيد حيث إنها أداة للتقويم والتطوير لا للعقاب والتشهير',
    en: "Spread the culture of evaluating the service among beneficiaries, encourage it, and affirm that evaluating service quality is a beneficiary's right, being a tool for correction and development, not for punishment and defamation.",
  },
  {
    id: 'M4',
    section: 'PRACTICES',
    ar: 'نشر ثقافة جودة الخدمة بين جميع الأقسام التي تقدم خدماتها للمستفيدين الداخلي أو الخارجي',
    en: 'Spread the culture of service quality among all departments that serve internal or external beneficiaries.',
  },
  {
    id: 'M5',
    section: 'PRACTICES',
    ar: 'ابتكار مفاهيم وتقنيات إدارية للارتقاء بمستوى ونوعية الخدمات المقدمة للمستفيد ومحاولة القضاء على معوقات تقديم خدمات ذات جودة عالية وذلك من خلال التطوير والتحسين المستمر للخدمات المقدمة للمستفيد من خلال تلمس آراء المستفيدين.',
    en: "Devise administrative concepts and techniques to raise the level and kind of services, try to remove obstacles to high-quality services, through continuous development and improvement, by sounding out beneficiaries' opinions.",
  },
  {
    id: 'C1',
    section: 'CHANNELS',
    ar: 'قنوات استقبال الملاحظات والمقترحات (روابط إلكترونية)',
    en: 'channels receiving observations and suggestions (electronic links)',
  },
  { id: 'C2', section: 'CHANNELS', ar: 'أرقام التواصل', en: 'contact numbers' },
  { id: 'C3', section: 'CHANNELS', ar: 'وسائل التواصل الاجتماعي', en: 'social media' },
  { id: 'C4', section: 'CHANNELS', ar: 'الخطابات', en: 'letters' },
  { id: 'C5', section: 'CHANNELS', ar: 'البريد الإلكتروني للجمعية', en: "the association's e-mail" },
  { id: 'C6', section: 'CHANNELS', ar: 'زيارة الجمعية', en: 'visiting the association' },
  { id: 'C7', section: 'CHANNELS', ar: 'الموقع الإلكتروني للجمعية', en: "the association's website" },
  {
    id: 'D1',
    section: 'DEALING',
    ar: 'استقبال المستفيد بلباقة واحترام والإجابة على جميع الاستفسارات وإعطاؤه الوقت الكافي',
    en: 'Receive the beneficiary with courtesy and respect, answer all inquiries and give him enough time.',
  },
  {
    id: 'D2',
    section: 'DEALING',
    ar: 'الرد على استفسارات المستفيدين المتعلقة بالبرامج والمناشط الدعوية والإرشادية',
    en: "Reply to beneficiaries' inquiries about the programmes and the da'wah and guidance activities.",
  },
  {
    id: 'D3',
    section: 'DEALING',
    ar: 'العناية باقتراحات المستفيدين',
    en: "Take care of beneficiaries' suggestions.",
  },
  {
    id: 'D4',
    section: 'DEALING',
    ar: 'التوضيح للمستفيدين بأن طلباتهم الخاصة بالتصاريح سترفع عبر برنامج تيسير وسيتم التواصل معهم عند الموافقة عليها',
    en: 'Make clear to beneficiaries that their requests concerning permits will be lodged through the Taysir programme and that they will be contacted on approval.',
  },
] as const satisfies readonly Clause[]

/** The number of one of the 31 clauses. */
export type ClauseId = (typeof defaultClauses)[number]['id']
