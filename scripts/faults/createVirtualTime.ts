/** Timers that go off when they are told to: what takes a browser a minute takes a moment. They stand in for those of the language. */
export function createVirtualTime() {
  const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout, immediate: globalThis.setImmediate }
  let now = 0
  let last = 0
  let timers: { readonly id: number; readonly at: number; readonly run: () => void }[] = []

  /** Lets everything happen that waits for nothing but its turn. */
  const rest = async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => real.immediate(resolve))
  }
  Object.assign(globalThis, {
    setTimeout: (run: () => void, delay = 0) => {
      timers.push({ id: ++last, at: now + Math.max(0, delay), run })
      return last
    },
    clearTimeout: (id: number) => {
      timers = timers.filter((one) => one.id !== id)
    },
  })
  return {
    /** Lets time pass. */
    async pass(milliseconds: number) {
      const end = now + milliseconds
      for (;;) {
        await rest()
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0]
        if (!next) break
        now = Math.max(now, next.at)
        timers = timers.filter((one) => one !== next)
        next.run()
      }
      now = end
    },
    /** Forgets what was to happen: the page that wanted it is gone. */
    forget() {
      timers = []
    },
    restore() {
      Object.assign(globalThis, { setTimeout: real.set, clearTimeout: real.clear })
    },
  }
}
