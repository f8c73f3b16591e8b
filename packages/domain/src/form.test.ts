import { describe, expect, test } from 'vitest'
import { checkAnswers, cleanAnswers, formText, isRequired, propertyOf, visibleItems } from './form.ts'
import { portalLanguages } from './language.ts'
import { defaultServices } from './service.ts'
import { course } from './services/course.ts'
import { books } from './services/books.ts'
import { lecture } from './services/lecture.ts'
import { isEnough, isStraightLined, satisfactionSurvey } from './survey.ts'

const answers = { topic: 'ISLAM', language: 'bn', section: 'MEN', time: 'EVENING' }
const codes = (given: Record<string, unknown>, form = course.form) =>
  checkAnswers(form, given, 'en').map(({ field, code }) => `${field} ${code}`)

describe('applying for a course', () => {
  test('takes four answers and no identity number', () => {
    expect(codes(answers)).toEqual([])
    expect(course.form.schema.required).toHaveLength(4)
  })

  test('with nothing answered names all that is missing at once', () => {
    expect(codes({})).toEqual([
      'answers.topic REQUIRED',
      'answers.language REQUIRED',
      'answers.section REQUIRED',
      'answers.time REQUIRED',
    ])
  })

  test('asks for a guardian only of the young, and then requires one', () => {
    const items = (given: Record<string, unknown>) => visibleItems(course.form, given).map(propertyOf)
    expect(items(answers)).not.toContain('guardian')
    expect(items({ ...answers, minor: true })).toContain('guardian')
    expect(codes({ ...answers, minor: true })).toEqual(['answers.guardian REQUIRED'])
    expect(codes({ ...answers, minor: true, guardian: ' ' })).toEqual(['answers.guardian REQUIRED'])
  })

  test('keeps nothing of what the form hid', () => {
    expect(cleanAnswers(course.form, { ...answers, guardian: 'somebody' })).toEqual(answers)
  })

  test('refuses choices and questions that the form does not have', () => {
    expect(codes({ ...answers, section: 'ELSEWHERE', admin: true })).toEqual([
      'answers.section CHOICE_UNKNOWN',
      'answers.admin FIELD_UNKNOWN',
    ])
  })

  test('is not misled by values of another kind', () => {
    expect(codes({ ...answers, topic: { var: '/x' }, transport: 'yes', note: 7 })).toEqual([
      'answers.topic INVALID',
      'answers.transport CHOICE_UNKNOWN',
      'answers.note INVALID',
    ])
    expect(codes(JSON.parse('{"__proto__":{"topic":"ISLAM"}}'))).toContain('answers.topic REQUIRED')
  })
})

describe('asking for books', () => {
  const order = { titles: ['MUSHAF'], language: 'ur', quantity: '٥٠', delivery: 'COLLECT' }

  test('understands Arabic digits', () => {
    expect(codes(order, books.form)).toEqual([])
    expect(cleanAnswers(books.form, order)['quantity']).toBe(50)
  })

  test('wants the organisation of a large order', () => {
    expect(codes({ ...order, quantity: 51 }, books.form)).toEqual(['answers.organisation REQUIRED'])
  })

  test('has its limits', () => {
    expect(codes({ ...order, quantity: 0 }, books.form)).toEqual(['answers.quantity NUMBER_TOO_SMALL'])
    expect(codes({ ...order, quantity: 1.5 }, books.form)).toEqual(['answers.quantity NUMBER_INVALID'])
    expect(codes({ ...order, titles: ['MUSHAF', 'MUSHAF'] }, books.form)).toEqual([
      'answers.titles CHOICE_UNKNOWN',
    ])
  })
})

test('a wished date exists and has not passed', () => {
  const place = {
    organisation: 'Dar Al-Noor',
    responsible: 'Saleh',
    place: 'Camp 4',
    language: 'bn',
    audience: 'MEN',
    people: 60,
  }
  const check = (date: string) =>
    checkAnswers(lecture.form, { ...place, date }, 'ar', '2026-11-22').map(({ code }) => code)
  expect(check('2026-11-22')).toEqual([])
  expect(check('2026-11-21')).toEqual(['DATE_PAST'])
  expect(check('2027-02-30')).toEqual(['DATE_INVALID'])
  expect(check('٢٠٢٧-٠١-١٥')).toEqual([])
})

const forms = [...defaultServices.map((service) => service.form), satisfactionSurvey]

describe.each(forms)('the form $$id', (form) => {
  const items = form.pages.flatMap((page) => page.items)

  test('asks each property once, and every one of them', () => {
    expect(items.map(propertyOf).toSorted()).toEqual(Object.keys(form.schema.properties).toSorted())
    expect(form.schema.required.filter((property) => !(property in form.schema.properties))).toEqual([])
  })

  test('never requires a question that may be hidden', () => {
    expect(items.filter((item) => item.visibleIf && form.schema.required.includes(propertyOf(item)))).toEqual(
      [],
    )
    expect(
      items.every((item) => isRequired(form, item, {}) === form.schema.required.includes(propertyOf(item))),
    ).toBe(true)
  })

  test.each(portalLanguages)('has all its words in %s', (language) => {
    const needed = items.flatMap((item) => {
      const property = propertyOf(item)
      const schema = form.schema.properties[property]
      const choices =
        schema?.type === 'string' ? (schema.enum ?? []) : schema?.type === 'array' ? schema.items.enum : []
      return [property, ...choices.map((choice) => `${property}.${choice}`)]
    })
    expect([...needed, `page.${form.pages[0]?.id}`].filter((key) => !formText(form, key, language))).toEqual(
      [],
    )
  })
})

test.each(defaultServices)('the guide describes $key in seven languages', (service) => {
  for (const language of portalLanguages) {
    const { name, summary, audience, needs } = service.words[language]
    expect([name, summary, audience, ...needs].every((text) => text.trim().length > 2)).toBe(true)
  }
})

test('only the lecture needs a permit, and its summary names Taysir', () => {
  expect(defaultServices.filter((service) => service.requiresPermit).map(({ key }) => key)).toEqual([
    'lecture',
  ])
  expect(lecture.words.ar.summary).toContain('تيسير')
  expect(lecture.words.en.summary).toContain('Taysir')
})

describe('the satisfaction survey', () => {
  test('asks for a score and leaves the rest free', () => {
    expect(codes({ csat: 5 }, satisfactionSurvey)).toEqual([])
    expect(codes({ ease: 1 }, satisfactionSurvey)).toEqual(['answers.csat REQUIRED'])
    expect(codes({ csat: 6 }, satisfactionSurvey)).toEqual(['answers.csat NUMBER_TOO_LARGE'])
  })

  test('has no question that could carry a person', () => {
    expect(Object.keys(satisfactionSurvey.schema.properties)).toEqual(['csat', 'ease', 'comment'])
  })

  test('notices whoever ticks down one side', () => {
    expect(isStraightLined({ csat: 5, ease: 5 })).toBe(true)
    expect(isStraightLined({ csat: 5, ease: 1 })).toBe(false)
  })

  test('shows nothing under five answers', () => {
    expect([isEnough(4), isEnough(5)]).toEqual([false, true])
  })
})
