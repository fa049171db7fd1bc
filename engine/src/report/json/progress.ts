import type { ApplyEvent } from '../../apply/events.ts'

/** An event of a run for machines: one line. */
export function progressJson({ kind, ...facts }: ApplyEvent): string {
  return JSON.stringify({ event: kind, ...facts })
}
