import { readFileSync } from 'node:fs'
import { TrueupError } from '../../errors/trueup-error.ts'
import { type Secret, secret } from '../../postgres/url/secret.ts'

/** The first line of a file; a passphrase on the command line would be seen by every user of the machine. */
export function readPassphrase(file: string): Secret {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('BACKUP-PASSPHRASE-FILE', { file, reason }, { cause: error })
  }
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? ''
  if ([...line].length < lengthMin) throw new TrueupError('BACKUP-PASSPHRASE-SHORT', { file, lengthMin })
  return secret(line)
}

const lengthMin = 12
