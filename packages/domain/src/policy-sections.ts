/** The parts of the policy, in order. */
export const policySections = {
  INTRODUCTION: { ar: 'مقدمة', en: 'Introduction' },
  GOAL: { ar: 'الهدف العام', en: 'General goal' },
  DETAILED_GOALS: { ar: 'الأهداف التفصيلية', en: 'Detailed goals' },
  PRACTICES: { ar: 'الممارسات في تقديم الخدمة للمستفيد', en: 'Practices in serving the beneficiary' },
  CHANNELS: {
    ar: 'القنوات المستخدمة للتواصل مع المستفيدين',
    en: 'Channels used to communicate with beneficiaries',
  },
  DEALING: {
    ar: 'طرق التعامل مع المستفيد لإنهاء معاملاته',
    en: 'Ways of dealing with the beneficiary to finish his transactions',
  },
} as const satisfies Record<string, { ar: string; en: string }>

/** The key of a part of the policy. */
export type PolicySection = keyof typeof policySections

/** One sentence that can be traced through code, tests, screens and reports. */
export type Clause = { id: string; section: PolicySection; ar: string; en: string }
