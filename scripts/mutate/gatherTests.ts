import { expect } from 'vitest'

/** A test of the core, ready to run in this process. */
export interface Test {
  /** File and names of the groups it stands in. */
  readonly id: string
  readonly run: () => unknown
}
type Named<Row extends readonly unknown[]> = (name: string, run: (...row: Row) => unknown) => void

/** What test files get in the place of `vitest` while mutants are tried: it takes down the tests that they declare in `tests`. */
export function createGathering() {
  const tests: Test[] = []
  const groups: string[] = []
  const it: Named<[]> = (name, run) => void tests.push({ id: [...groups, name].join(' › '), run })
  const describe: Named<[]> = (name, declare) => {
    groups.push(name)
    declare()
    groups.pop()
  }
  const each =
    (declare: Named<[]>) =>
    (rows: readonly unknown[]): Named<readonly unknown[]> =>
    (name, run) =>
      rows.forEach((row, index) => void declare(`${name} ${index}`, () => run(...(Array.isArray(row) ? row : [row]))))
  /** Everything that `load` declares is filed under `file`. */
  const within = async (file: string, load: () => Promise<unknown>): Promise<void> => {
    groups.push(file)
    await load()
    groups.pop()
  }
  const test = Object.assign(it, { each: each(it) })
  return {
    tests,
    within,
    vitest: { expect, it: test, test, describe: Object.assign(describe, { each: each(describe) }) },
  }
}
