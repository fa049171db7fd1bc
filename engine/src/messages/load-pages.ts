import type { Language } from './catalogue.ts'
import type { Pages } from './page.ts'

export async function loadPages(language: Language): Promise<Pages> {
  return language === 'ko' ? (await import('./ko/pages.ts')).pages : (await import('./en/pages.ts')).pages
}
