import type { Project } from './find-project.ts'

/** Schema sources: those of the command line, or else those of the config. */
export function projectSources({ config }: Project, flag: readonly string[] | undefined): readonly string[] {
  if (flag && flag.length > 0) return flag
  if (config.schema === undefined) return []
  return typeof config.schema === 'string' ? [config.schema] : config.schema
}

/** Patterns over ids of objects that are no drift, whoever changes them. */
export function ignoredDrift({ config }: Project): readonly unknown[] {
  return config.drift?.ignore ?? []
}

/** Whether owners and grants count: by the command line, or else by the config. */
export function grantsCount({ config }: Project, flag: boolean | undefined): boolean {
  return flag ?? config.grants ?? false
}
