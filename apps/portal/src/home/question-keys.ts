/** Questions that everybody asks, in the order of how often. The first page shows these. */
export const firstQuestions = ['permit', 'course', 'books', 'visit', 'home'] as const

/** Those, and what people often believe about us that is not so (policy M1). */
export const moreQuestions = ['cost', 'muslim', 'fatwa', 'secret', 'lost'] as const

export type QuestionKey = (typeof firstQuestions)[number] | (typeof moreQuestions)[number]
