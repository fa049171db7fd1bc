import stringWidth from 'fast-string-width'
import { checks, type Finding, type ServerFacts, type TlsFacts } from '../../doctor/finding.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { placeText, versionText } from './place.ts'
import { problemParts } from './problem.ts'

const marks = { ok: '✓', warning: '!', failed: '✗', skipped: '-' } as const

/** A finding as lines: mark, what was looked at, what was found, how long it took; below it a problem in full. */
export function doctorLines(finding: Finding, texts: Messages): string[] {
  const labels = checks.map((check) => stringWidth(texts.doctor[check]()))
  const label = texts.doctor[finding.check]()
  const blank = ' '.repeat(Math.max(...labels) - stringWidth(label))
  const line = `${marks[finding.outcome]} ${label}${blank}  ${found(finding, texts)}${time(finding.milliseconds)}`
  return [line.trimEnd(), ...problemLines(finding, texts)]
}

function problemLines({ error, outcome }: Finding, texts: Messages): string[] {
  if (!error) return []
  const { code, message, detail, hint } = problemParts(error, texts)
  const label = outcome === 'warning' ? texts.doctor.warning() : texts.command.error()
  const parts = [`${label}[${code}]: ${message}`, ...(detail?.split('\n') ?? []), hint]
  return parts.map((part, i) => `${i === 0 ? '    ' : '      '}${part}`)
}

function found(finding: Finding, texts: Messages): string {
  const { doctor } = texts
  if (finding.outcome === 'skipped') return doctor.skipped()
  if (!finding.facts) return ''
  switch (finding.check) {
    case 'settings': {
      const files = finding.facts.files.filter((file) => file.exists).map((file) => file.path)
      const read = files.length > 0 ? doctor.filesRead({ files: files.join(', ') }) : doctor.noFilesRead()
      const origin = finding.facts.origin === 'default' ? doctor.defaultOrigin() : finding.facts.origin
      return doctor.fromSetting({
        ...finding.facts,
        origin,
        place: placeText(finding.facts.place, texts),
        read,
      })
    }
    case 'git': {
      const files = finding.facts.files.join(', ')
      return files ? doctor.ignored({ files }) : doctor.nothingToProtect()
    }
    case 'folder':
      return finding.facts.hasDatabase
        ? doctor.folderHasDatabase(finding.facts)
        : doctor.folderIsEmpty(finding.facts)
    case 'name': {
      const { host, addresses } = finding.facts
      return addresses[0] === host
        ? doctor.isAddress({ address: host })
        : doctor.found({ host, addresses: addresses.join(', ') })
    }
    case 'tcp': {
      const { address, port } = finding.facts
      return address.startsWith('/')
        ? doctor.reachedSocket({ path: address })
        : doctor.reached({ address, port: String(port) })
    }
    case 'tls':
      return encryption(finding.facts, doctor)
    case 'login':
      return finding.facts.method === 'none'
        ? doctor.loggedInFreely(finding.facts)
        : doctor.loggedIn(finding.facts)
    case 'database':
      return doctor.opened(finding.facts)
    case 'server':
      return server(finding.facts, doctor)
    case 'privileges':
      return doctor.privilegesHeld({ user: finding.facts.user, held: finding.facts.held.join(', ') || '-' })
    case 'tables':
      return finding.outcome === 'ok' ? doctor.tablesThere({ count: finding.facts.expected }) : ''
  }
}

function encryption(facts: TlsFacts, doctor: Messages['doctor']): string {
  if (!facts.encrypted) {
    const reasons = {
      'unix-socket': doctor.plainSocket,
      'not-asked-for': doctor.plainByMode,
      'not-offered': doctor.plainNotOffered,
    }
    return reasons[facts.because]()
  }
  const check = {
    none: doctor.checkNone,
    issuer: doctor.checkIssuer,
    'issuer-and-name': doctor.checkIssuerAndName,
  }[facts.check]()
  const certificate = facts.certificate ? doctor.certificate(facts.certificate) : ''
  return doctor.encrypted({ protocol: facts.protocol, certificate, check })
}

function server(facts: ServerFacts, doctor: Messages['doctor']): string {
  const products = { postgresql: '', pglite: 'PGlite, ', neon: 'Neon, ', supabase: 'Supabase, ' }
  const pooled = facts.pooler === 'by-name' ? doctor.pooled() : ''
  return `${products[facts.product]}${versionText(facts.version)}${pooled}`
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `  ${Math.max(1, Math.round(milliseconds))} ms`
}
