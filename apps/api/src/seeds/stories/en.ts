import type { Tongue } from './type.ts'

export const en: Tongue = {
  language: 'en',
  greetings: ['Hello,', 'Good evening,', 'Salam,', 'Dear team,', ''],
  thanks: ['Thank you.', 'Many thanks in advance.', 'Thanks for your help.', ''],
  replies: ['Hello, and thank you for writing.', 'Thank you for your message.', 'Wa alaikum as-salam,'],
  farewells: ['Do write again if anything is unclear.', 'We are glad to help.', 'See you soon.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'Visiting a mosque as a non-Muslim',
      text: 'My wife and I are curious about Islam and would like to see a mosque. Are we allowed in, and is there somebody who can show us around in English?',
      answer:
        'You are most welcome. Every Tuesday at 17:00 a guide takes visitors through the Grand Mosque in English. Please bring a scarf for your wife; we have some too.',
      more: 'Could we also bring our two children?',
      moreAnswer: 'Of course, children are welcome.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Certificate for the foundation course',
      text: 'I finished the foundation course last month but have not received the certificate. When can I pick it up?',
      answer:
        'Your certificate is signed and waits at the reception, any working day until 16:00. If that is hard for you we can send it by courier.',
      asked: 'Which name should be printed, as in your passport?',
      supplied: 'Exactly as I signed the attendance sheet please.',
    },
    {
      kind: 'INQUIRY',
      subject: 'English Friday lesson at the camp',
      text: 'We are about thirty people at Red Palm Camp. Could a speaker come once a month after Friday prayer? Most of us understand English and Hindi.',
      answer:
        'We would be happy to. A visit needs a permit that we lodge through Taysir, so please apply for a lecture in the service guide with a date at least two weeks ahead.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Learning to pray, one to one',
      text: 'I embraced Islam in March. I am shy in groups; is there somebody who could teach me the prayer one to one?',
      answer:
        'Congratulations, and yes. A volunteer who speaks English can meet you on Monday or Wednesday evening. Nobody else needs to be told.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Books in English for colleagues',
      text: 'Three colleagues asked me what Ramadan is about. Do you have a short booklet in English that I could give them?',
      answer:
        'Yes, "Ramadan in twelve pages" is at the reception, and copies can be ordered in the service guide.',
    },
    {
      kind: 'COMPLAINT',
      subject: 'Waited an hour although I had an appointment',
      text: 'I had an appointment at ten and was seen at eleven. Nobody told me why. I had to take leave from work for this.',
      answer:
        'We are sorry: two visits were booked for the same time. We have changed how visits are booked and would like to come to you next time instead.',
    },
    {
      kind: 'OBSERVATION',
      subject: 'Broken link to the course timetable',
      text: 'The code on the poster in the supermarket leads to an empty page.',
      answer:
        'Thank you for telling us. The code was printed with an old address; the posters have been replaced.',
    },
    {
      kind: 'SUGGESTION',
      subject: 'Evening hours on Thursdays',
      text: 'Most of us work until five. Opening one evening a week would help many people.',
      answer:
        'Accepted: from next month the reception is open on Thursday until 20:00, first as a trial of three months.',
    },
    {
      kind: 'COMPLIMENT',
      subject: 'Kind help at the reception',
      text: 'I came with a hard question and was listened to for half an hour without any hurry. That meant a lot to me.',
      answer: '',
    },
  ],
}
