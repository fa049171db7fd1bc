import type { Reporter, TestCase, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends the run with one line for people and programs, `N passed, N failed` and `, N skipped` where there are
 * some, below a list of what was skipped and why. Registered after the default reporter.
 */
export const summaryReporter: Reporter = {
  onTestRunEnd(modules, errors, reason) {
    process.stdout.write(`${summarise(modules, errors, reason).join('\n')}\n`)
  },
}

/** A file that could not be run and an error outside all tests count as a failure each: they must not look green. */
export function summarise(
  modules: readonly TestModule[],
  errors: readonly unknown[],
  reason: TestRunEndReason,
): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const state = (wanted: string) => tests.filter((test) => test.result().state === wanted)
  const brokenFiles = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module))
  const outside = brokenFiles.length + errors.length
  const skipped = state('skipped')
  const failed = state('failed').length + outside + unfinished(tests, reason)
  const counts = [`${state('passed').length} passed`, `${failed} failed`]
  if (skipped.length > 0) counts.push(`${skipped.length} skipped`)
  return [...skipped.map(describeSkipped), counts.join(', ')]
}

function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests('failed')].length > 0
}

/** Ctrl-C leaves tests without a result. */
function unfinished(tests: readonly TestCase[], reason: TestRunEndReason): number {
  return reason === 'interrupted' ? tests.filter((test) => test.result().state === 'pending').length : 0
}

function describeSkipped(test: TestCase): string {
  const result = test.result()
  const why = result.state === 'skipped' && result.note ? result.note : 'no reason given'
  return `skipped: ${test.module.relativeModuleId} > ${test.fullName}: ${why}`
}
