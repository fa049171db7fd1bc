const held = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs `release` once: when asked, or when the process ends by itself or by a signal that nobody else handles. */
export function releaseAtExit(release: () => void): { release(): void } {
  if (held.size === 0) watch()
  held.add(release)
  return {
    release: () => {
      if (!held.delete(release)) return
      release()
      if (held.size === 0) unwatch()
    },
  }
}

function watch(): void {
  process.on('exit', releaseAll)
  for (const signal of signals) process.on(signal, endBySignal)
}

function unwatch(): void {
  process.off('exit', releaseAll)
  for (const signal of signals) process.off(signal, endBySignal)
}

function releaseAll(): void {
  for (const release of held) release()
  held.clear()
}

/** Having a listener takes a signal's usual effect away: without listeners of others it is given back. */
function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  releaseAll()
  unwatch()
  process.kill(process.pid, signal)
}
