import type { Language } from 'trueup/cli'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type ToolMessages = typeof en

export function toolMessages(language: Language): ToolMessages {
  return language === 'ko' ? ko : en
}
