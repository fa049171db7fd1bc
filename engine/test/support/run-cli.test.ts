import { expect, test, vi } from 'vitest'
import { runCli, startCli } from './run-cli.ts'

const cwd = import.meta.dirname

test('collects output, exit code and input', async () => {
  const script = `process.stdin.pipe(process.stdout); process.stdin.on('end', () => { console.error('말'); process.exit(3) })`
  const run = await runCli(['node', '--eval', script], { cwd, input: 'typed' })
  expect(run).toMatchObject({ stdout: 'typed', stderr: '말\n', exitCode: 3, signal: null })
})

test("the developer's own surroundings do not get in", async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://production')
  vi.stubEnv('LANG', 'ko_KR.UTF-8')
  const script = `const { DATABASE_URL, LANG, ASKED } = process.env; console.log(JSON.stringify([DATABASE_URL, LANG, ASKED]))`
  const run = await runCli(['node', '--eval', script], { cwd, env: { ASKED: 'yes' } })
  expect(run.stdout).toBe('[null,null,"yes"]\n')
  vi.unstubAllEnvs()
})

test('kills a program and what it started at a chosen moment', async () => {
  const program = startCli(['sh', '-c', 'echo started; sleep 600; true'], { cwd })
  await program.printed('started')
  program.kill('SIGKILL')
  expect(await program.finished).toMatchObject({ stdout: 'started\n', exitCode: null, signal: 'SIGKILL' })
  program.kill('SIGKILL') // nobody is there any more
})

test('waiting for words that never come ends with the program', async () => {
  const program = startCli(['node', '--eval', 'console.log("other words")'], { cwd })
  await expect(program.printed(/never/)).rejects.toThrow('other words')
})

test('a program that does not exist is reported', async () => {
  await expect(runCli(['/no/such/program'], { cwd })).rejects.toThrow('ENOENT')
})

test('a terminal: the program asks, a person types', async () => {
  const script = `
    process.stdout.write(process.stdin.isTTY && process.stdout.isTTY ? 'sure? ' : 'no terminal')
    process.stdin.once('data', (answer) => { console.log('said ' + answer); process.exit(5) })`
  const program = startCli(['node', '--eval', script], { cwd, terminal: true })
  await program.printed('sure? ')
  program.type("it's\n")
  expect(await program.finished).toMatchObject({ stdout: expect.stringContaining("said it's"), exitCode: 5 })
})

test('a terminal: Ctrl-C is typed', async () => {
  const script = `process.on('SIGINT', () => process.exit(130)); setInterval(() => {}, 1000); console.log('busy')`
  const program = startCli(['node', '--eval', script], { cwd, terminal: true })
  await program.printed('busy')
  program.type('\x03')
  expect((await program.finished).exitCode).toBe(130)
})
