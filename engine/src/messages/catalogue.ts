import { en } from './en.ts'

export type Messages = typeof en

export const languages = ['en', 'ko'] as const
export type Language = (typeof languages)[number]

/** Loads one language only; English is always there because errors carry it for programs. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'ko' ? (await import('./ko.ts')).ko : en
}

/**
 * The language of a run: `--lang`, then TRUEUP_LANG, then LC_ALL, then LANG; English where none names one we have.
 * Locale names are POSIX's (`ko_KR.UTF-8`), so the part before `_`, `-`, `.` or `@` decides.
 */
export function chooseLanguage(
  flag: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const wishes = [flag, environment['TRUEUP_LANG'], environment['LC_ALL'] || environment['LANG']]
  for (const wish of wishes) {
    const name = wish?.split(/[_.@-]/)[0]?.toLowerCase()
    const known = languages.find((language) => language === name)
    if (known) return known
  }
  return 'en'
}
