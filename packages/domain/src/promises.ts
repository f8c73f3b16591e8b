import type { ClauseId } from './policy-clauses.ts'
import { atLeast, atMost } from './promise.ts'
import type { PolicyPromise } from './promise.ts'

/** What each clause promises by default (domain.md, section 7). */
export const defaultPromises: Readonly<Record<ClauseId, PolicyPromise>> = {
  I1: atLeast(
    100,
    'PERCENT',
    ['فئات الأطراف التي لها ميثاق حقوق منشور', 'Kinds of parties with a published charter of rights'],
    ['الفئات ذات الميثاق المنشور من مجموع الفئات الأربع', 'Kinds with a published charter, of the four kinds'],
  ),
  I2: atLeast(
    95,
    'PERCENT',
    ['التظلمات التي بُتَّ فيها في موعدها', 'Appeals decided in time'],
    [
      'التظلمات المبتوت فيها قبل موعدها من مجموع التظلمات',
      'Appeals decided before their date, of all appeals',
    ],
  ),
  I3: atMost(
    0,
    'DAYS',
    ['أيام بلا سياسة سارية', 'Days without a policy in force'],
    [
      'أيام السنة التي لم يكن فيها إصدار سارٍ له مسؤول',
      'Days of the year with no version in force that has an owner',
    ],
  ),
  I4: atMost(
    365,
    'DAYS',
    ['الأيام منذ آخر مراجعة للسياسة', 'Days since the last review of the policy'],
    ['من تاريخ آخر إصدار إلى اليوم', 'From the date of the latest version until today'],
  ),
  O1: atMost(
    20,
    'PERCENT',
    [
      'الفارق في زمن أول إجابة بين الشرائح واللغات',
      'Gap in the time to the first answer between segments and languages',
    ],
    [
      'الفارق بين الأفضل والأبطأ منسوبًا إلى الوسيط',
      'Difference between best and slowest, as a share of the median',
    ],
  ),
  O2: atLeast(
    90,
    'PERCENT',
    ['الإجابة في الموعد', 'Answered in time'],
    [
      'ما أُجيب عنه قبل موعده من كل ما حل موعده في 90 يومًا، بأيام عمل الجمعية',
      'Answered before the promised date, of all that fell due in 90 days, on the working calendar',
    ],
    { measure: 'ANSWERED_IN_TIME', days: 90 },
  ),
  O3: atLeast(
    95,
    'PERCENT',
    ['المعاملات المنجزة', 'Requests finished'],
    ['الطلبات المنفذة من الطلبات المقدمة في 90 يومًا', 'Requests fulfilled, of those submitted in 90 days'],
    { measure: 'REQUESTS_FULFILLED', of: 'REQUESTS', days: 90 },
  ),
  O4: atLeast(
    95,
    'PERCENT',
    ['المتابعات المنجزة في موعدها', 'Follow-ups done on time'],
    ['المتابعات المنجزة من المتابعات المستحقة', 'Follow-ups done, of those due'],
  ),
  O5: atLeast(
    1,
    'COUNT',
    ['إجراءات التحسين لكل خدمة في السنة', 'Improvement actions for each service in a year'],
    [
      'أقل عدد من الإجراءات المغلقة بأثر مقيس بين الخدمات',
      'The smallest number of actions closed with a measured effect, over all services',
    ],
  ),
  O6: atLeast(
    50,
    'PERCENT',
    ['التواصل الذي بدأت به الجمعية', 'Contacts that the association began'],
    ['الرسائل والاتصالات الاستباقية من مجموع التواصل', 'Contacts begun by the association, of all contacts'],
  ),
  G1: atMost(
    10,
    'COUNT',
    ['عدد الحقول في النموذج', 'Questions in a form'],
    ['وسيط عدد الأسئلة الظاهرة في نماذج الخدمات', 'Median number of questions shown in the forms of services'],
  ),
  G2: atLeast(
    95,
    'PERCENT',
    ['الإجابة بلغة المستفيد', "Answers in the person's language"],
    [
      'الإجابات المكتوبة بلغة السائل من مجموع الإجابات',
      "Answers written in the asker's language, of all answers",
    ],
  ),
  G3: atLeast(
    80,
    'PERCENT',
    ['الخدمات المنجزة دون زيارة', 'Requests finished without a visit'],
    ['الطلبات المنفذة بلا زيارة من مجموع المنفذ', 'Requests fulfilled with no visit, of all fulfilled'],
  ),
  G4: atLeast(
    4,
    'SCORE',
    ['رضا المستفيد من 5', 'Satisfaction, out of 5'],
    [
      'متوسط التقييمات المحتسبة في 90 يومًا، وتُحتسب على دفعات من خمسة تقييمات أو أكثر',
      'Mean of the ratings counted in 90 days, in batches of five or more',
    ],
    { measure: 'CSAT', days: 90 },
  ),
  G5: atMost(
    24,
    'HOURS',
    ['عمر الأرقام في صفحة الوعود', 'Age of the figures on the page of promises'],
    ['من آخر تحديث للأرقام إلى الآن', 'From the last renewal of the figures until now'],
  ),
  M1: atLeast(
    80,
    'PERCENT',
    ['المواد التي أفادت قارئها', 'Notes that helped their reader'],
    [
      'من أجاب بأن المادة أفادته من مجموع المجيبين',
      'Readers who said that the note helped, of those who answered',
    ],
  ),
  M2: atLeast(
    5,
    'COUNT',
    ['رسائل الثناء لكل مئة تعامل', 'Compliments per hundred matters'],
    ['عدد رسائل الثناء لكل مئة تعامل وارد', 'Compliments for each hundred matters received'],
  ),
  M3: atMost(
    0,
    'COUNT',
    ['استعلامات تُظهر تقييم موظف بعينه', "Queries that show a named employee's ratings"],
    [
      'يمنعها المخطط والصلاحيات، ويعدّها اختبار دائم',
      'Prevented by schema and permissions; a standing test counts them',
    ],
  ),
  M4: atLeast(
    90,
    'PERCENT',
    ['الطلبات الداخلية في موعدها', 'Internal requests in time'],
    [
      'طلبات الإدارات المنفذة في موعدها من مجموعها',
      'Requests of departments fulfilled in time, of all of them',
    ],
  ),
  M5: atLeast(
    60,
    'PERCENT',
    ['المعوقات التي أزيلت بأثر مقيس', 'Obstacles removed with a measured effect'],
    [
      'المعوقات المغلقة بتغير مقيس من المعوقات المسجلة',
      'Obstacles closed with a measured change, of those recorded',
    ],
  ),
  C1: atLeast(
    100,
    'PERCENT',
    ['روابط الملاحظات العاملة', 'Feedback links that work'],
    ['الروابط السليمة عند الفحص اليومي', 'Links found working at the daily check'],
  ),
  C2: atLeast(
    95,
    'PERCENT',
    ['المكالمات الفائتة المعاودة في اليوم نفسه', 'Missed calls returned the same working day'],
    ['المكالمات المعاودة في يوم عملها من مجموع الفائت', 'Calls returned on their working day, of all missed'],
  ),
  C3: atMost(
    4,
    'HOURS',
    ['زمن أول إجابة في وسائل التواصل', 'Time to the first answer on social media'],
    ['وسيط ساعات العمل إلى أول إجابة في 90 يومًا', 'Median working hours to the first answer in 90 days'],
    { measure: 'MEDIAN_FIRST_ANSWER', where: [{ dimension: 'CHANNEL', in: ['SOCIAL'] }], days: 90 },
  ),
  C4: atLeast(
    100,
    'PERCENT',
    ['الخطابات المسجلة يوم ورودها', 'Letters registered on the day they arrive'],
    ['الخطابات المسجلة في يومها من مجموع الوارد', 'Letters registered the same day, of all received'],
  ),
  C5: atMost(
    0,
    'COUNT',
    ['رسائل بريد تجاوزت موعدها بلا إجابة', 'E-mails unanswered past their date'],
    ['الرسائل المفتوحة بعد موعدها الآن', 'E-mails open past their date now'],
  ),
  C6: atMost(
    15,
    'MINUTES',
    ['انتظار الزائر', "A visitor's wait"],
    ['الزمن الذي لم يتجاوزه تسعة من كل عشرة زوار', 'The time that nine of ten visitors did not exceed'],
  ),
  C7: atLeast(
    99.5,
    'PERCENT',
    ['توفر الموقع', 'Availability of the website'],
    [
      'الدقائق التي أجاب فيها الموقع من دقائق الشهر',
      'Minutes in which the website answered, of those of the month',
    ],
  ),
  D1: atLeast(
    100,
    'PERCENT',
    ['الاستفسارات التي أُجيب عنها', 'Inquiries answered'],
    [
      'ما أُجيب عنه من الاستفسارات الواردة في 90 يومًا؛ الرد الآلي ليس إجابة',
      'Inquiries answered, of those received in 90 days; an automatic reply is no answer',
    ],
    { measure: 'ANSWERED', of: 'INTERACTIONS', where: [{ dimension: 'KIND', in: ['INQUIRY'] }], days: 90 },
  ),
  D2: atLeast(
    95,
    'PERCENT',
    ['استفسارات البرامج التي أُجيب عنها في يوم عمل', 'Inquiries about programmes answered in one working day'],
    [
      'ما أُجيب عنه في يوم عمل من استفسارات البرامج',
      'Answered in one working day, of inquiries about programmes',
    ],
  ),
  D3: atLeast(
    95,
    'PERCENT',
    ['المقترحات التي صدر فيها قرار في موعدها', 'Suggestions decided in time'],
    [
      'المقترحات المبتوت فيها خلال عشرة أيام عمل من التي حل موعدها في 90 يومًا',
      'Suggestions decided within ten working days, of those that fell due in 90 days',
    ],
    { measure: 'ANSWERED_IN_TIME', where: [{ dimension: 'KIND', in: ['SUGGESTION'] }], days: 90 },
  ),
  D4: atLeast(
    95,
    'PERCENT',
    ['التواصل خلال يوم عمل من قرار التصريح', 'Contact within one working day of the permit decision'],
    [
      'الطلبات التي تم التواصل مع أصحابها في يوم عمل من قرار تيسير',
      'Requests whose beneficiary was contacted within one working day of the decision in Taysir',
    ],
  ),
}
