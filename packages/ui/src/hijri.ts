/** How a language marks a Hijri year; `Intl` says "era" in Bengali and AH in Hindi. */
const eras: Record<string, string> = {
  ar: 'هـ',
  en: 'AH',
  ur: 'ھ',
  bn: 'হিজরি',
  hi: 'हिजरी',
  id: 'H',
  fil: 'AH',
}

/** The months where `Intl` has none that people write: in Hindi its short ones are English, its long ones misspelt. */
const months: Record<string, readonly string[]> = {
  hi: [
    'मुहर्रम',
    'सफ़र',
    'रबी-उल-अव्वल',
    'रबी-उस-सानी',
    'जुमादा-उल-अव्वल',
    'जुमादा-उस-सानी',
    'रजब',
    'शाबान',
    'रमज़ान',
    'शव्वाल',
    'ज़ुल-क़ादा',
    'ज़ुल-हिज्जा',
  ],
}

/** The parts of a Hijri day as the language says them: what `Intl` knows, set right where nobody would say it so. */
export function saidInHijri(
  parts: readonly Intl.DateTimeFormatPart[],
  language: string,
  month: number,
): (type: Intl.DateTimeFormatPartTypes) => string | undefined {
  const own: Partial<Record<Intl.DateTimeFormatPartTypes, string | undefined>> = {
    era: eras[language],
    month: months[language]?.[month - 1],
  }
  return (type) => own[type] ?? parts.find((part) => part.type === type)?.value
}
