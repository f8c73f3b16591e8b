import type { Tongue } from './type.ts'

export const fil: Tongue = {
  language: 'fil',
  greetings: ['Magandang araw po,', 'Assalamu alaikum po,', 'Hello po,', ''],
  thanks: ['Salamat po.', 'Maraming salamat po.', ''],
  replies: [
    'Magandang araw po, salamat sa pagsulat.',
    'Wa alaikum as-salam po,',
    'Salamat po sa mensahe ninyo.',
  ],
  farewells: ['Sumulat lang po ulit kung may tanong.', 'Handa po kaming tumulong.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'Klase sa Islam sa wikang Filipino',
      text: 'may klase po ba tungkol sa Islam sa wikang Filipino tuwing Biyernes? Hindi pa po ako Muslim, gusto ko lang matuto.',
      answer: 'Mayroon po, tuwing Biyernes alas-kuwatro ng hapon. Bukas po ito sa lahat at walang bayad.',
      more: 'Puwede po bang isama ang kaibigan ko?',
      moreAnswer: 'Opo, isama ninyo siya.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Sertipiko ng pagyakap sa Islam',
      text: 'nawala po ang sertipiko ko ng pagyakap sa Islam. Paano po makakuha ng panibago?',
      answer: 'May kopya po kami sa talaan. Nakahanda na ang bagong sertipiko at makukuha sa reception.',
      asked: 'Ano po ang pangalan ninyo noong nagparehistro, at anong taon?',
      supplied: 'Rodel Garcia po, taong 2023.',
    },
    {
      kind: 'INQUIRY',
      subject: "Kopya ng Qur'an na may salin",
      text: "may Qur'an po ba kayong may salin sa Filipino? Tatlo po kaming nag-aaral.",
      answer: 'Mayroon po. Nagtabi kami ng tatlong kopya para sa inyo sa reception.',
    },
    {
      kind: 'COMPLAINT',
      subject: 'Mali ang oras sa paskil',
      text: 'mali po ang oras ng klase sa paskil kaya dalawang beses kaming pumunta na walang tao.',
      answer: 'Paumanhin po. Inalis na namin ang lumang paskil at itinama ang oras sa lahat ng lugar.',
    },
    {
      kind: 'OBSERVATION',
      subject: 'Kulang ang upuan',
      text: 'kulang po ang upuan sa silid ng kababaihan, may mga nakatayo hanggang matapos.',
      answer: 'Nagdagdag na po kami ng dalawampung upuan. Salamat sa puna.',
    },
    {
      kind: 'SUGGESTION',
      subject: 'Klase tuwing Sabado',
      text: 'sana po may klase rin tuwing Sabado para sa mga may pasok ng Biyernes.',
      answer:
        'Hindi po muna maisasakatuparan dahil kulang ang guro; isasama namin sa plano sa susunod na taon.',
    },
    {
      kind: 'COMPLIMENT',
      subject: 'Mabilis ang sagot',
      text: 'mabilis po ang sagot at magalang ang kausap ko. Nakatulong nang malaki.',
      answer: '',
    },
  ],
}
