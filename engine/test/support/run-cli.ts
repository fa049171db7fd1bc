import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface CliOptions {
  readonly cwd: string
  /** Added to the few variables that a program needs to start; a developer's own settings never get in. */
  readonly env?: Readonly<Record<string, string>>
  /** What comes from standard input, which is closed after it. In a terminal it stays open: see `type`. */
  readonly input?: string
  /** Runs in a terminal of its own (by `script` of util-linux): the program asks and colours as for a person. */
  readonly terminal?: boolean
}

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  /** Null when a signal ended the program. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly milliseconds: number
}

export interface RunningCli {
  readonly pid: number
  readonly finished: Promise<CliResult>
  /** Resolves once standard output holds the text; rejects when the program ends without it. */
  printed(text: string | RegExp): Promise<void>
  /** Types into the terminal: `y\r`, or `\x03` for Ctrl-C. */
  type(keys: string): void
  /** Sends the signal to the program and all it started, as a terminal does at Ctrl-C. */
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void
}

/** Runs a program to its end: `['node', 'engine/bin/trueup.js', 'create']`, `['npm', 'run', '-s', 'create-tables']`. */
export function runCli(command: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(command, options).finished
}

/** Starts a program in a process group of its own, which ends with this process at the latest. */
export function startCli(command: readonly string[], options: CliOptions): RunningCli {
  const start = performance.now()
  const [program = '', ...args] = options.terminal ? inTerminal(withOurNode(command)) : withOurNode(command)
  const env = { ...neededVariables(), ...(options.terminal && { TERM: 'xterm-256color' }), ...options.env }
  const child = spawn(program, args, { cwd: options.cwd, env, detached: true })
  running.add(child)
  child.stdin.on('error', () => {}) // a program need not read what it is offered
  child.stdin.write(options.input ?? '')
  if (!options.terminal) child.stdin.end()
  const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) }

  const finished = once(child, 'close').then(([exitCode, signal]): CliResult => {
    running.delete(child)
    const milliseconds = performance.now() - start
    return { stdout: output.stdout(), stderr: output.stderr(), exitCode, signal, milliseconds }
  })
  return {
    pid: child.pid ?? 0,
    finished,
    printed: (text) => waitForText(child, output.stdout, text),
    type: (keys) => void child.stdin.write(keys),
    kill: (signal) => killGroup(child, signal),
  }
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL')
})

/** The Node of this run, which need not be the first on the PATH. */
function withOurNode([program = '', ...args]: readonly string[]): string[] {
  return [program === 'node' ? process.execPath : program, ...args]
}

function inTerminal(command: readonly string[]): string[] {
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
  return [
    'script',
    '--quiet',
    '--return',
    '--echo',
    'never',
    '--command',
    `stty cols 120; ${quoted.join(' ')}`,
    '/dev/null',
  ]
}

/** PATH to find programs, HOME for npm's cache, TMPDIR; not LANG, DATABASE_URL, APP_ENV, PGHOST or NODE_OPTIONS. */
function neededVariables(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const pieces: string[] = []
  stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
  return () => pieces.join('')
}

function waitForText(child: ChildProcess, output: () => string, text: string | RegExp): Promise<void> {
  const found = () => (typeof text === 'string' ? output().includes(text) : text.test(output()))
  return new Promise((resolve, reject) => {
    const look = () => {
      if (found()) settle(resolve)
    }
    const ended = () =>
      settle(() => reject(new Error(`the program ended without printing ${text}:\n${output()}`)))
    const settle = (how: () => void) => {
      child.stdout?.off('data', look)
      child.off('close', ended)
      how()
    }
    child.stdout?.on('data', look)
    child.on('close', ended)
    look()
  })
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
