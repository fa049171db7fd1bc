import type { CommandContext } from './command.ts'
import type { Target } from './target.ts'

/** In production, says when nobody has made a backup of the whole database lately. */
export async function warnOfOldBackup(target: Target, context: CommandContext): Promise<void> {
  if (target.environment !== 'production') return
  const { terminal, texts, now } = context
  const { lastBackup } = await import('./last-backup.ts')
  const { folder, made } = await lastBackup(target, context)
  const hours = made === undefined ? undefined : (now.getTime() - made) / hourMs
  const allowed = target.project.config.backup?.warnAfterHours ?? warnAfterHoursUsual
  if (hours === undefined) terminal.note(texts.caution.noBackup({ folder }))
  else if (hours > allowed) terminal.note(texts.caution.oldBackup({ hours: Math.floor(hours), folder }))
}

const hourMs = 60 * 60 * 1000
const warnAfterHoursUsual = 24
