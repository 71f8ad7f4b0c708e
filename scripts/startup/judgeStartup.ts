import { type Startup, totalOf } from './measureStartup.ts'
import type { Modules } from './recordModules.ts'

/** What was last accepted of one start: the most that it may have (bytes, gzip), and what it was made of. */
export interface Accepted {
  readonly budget: number
  readonly chunks: Startup
  readonly modules: Modules
}

/** Whether a start keeps its budget, in words; where it does not, which chunks have grown since, and what in them. */
export function judgeStartup(
  name: string,
  chunks: Startup,
  modules: Modules,
  accepted: Accepted,
): { readonly ok: boolean; readonly lines: readonly string[] } {
  const total = totalOf(chunks)
  const ok = total <= accepted.budget
  const said = `Start of the ${name}: ${kB(total)} kB gzip of ${kB(accepted.budget)}`
  if (ok) return { ok, lines: [`${said} (${listed(chunks)})`] }
  const lines = growths(chunks, accepted.chunks).flatMap(([chunk, before, now]) => [
    `  ${chunk} has grown from ${kB(before)} to ${kB(now)} kB`,
    ...growths(modules[chunk] ?? {}, accepted.modules[chunk] ?? {}).map(
      ([group, was, is]) => `    ${group}: from ${kB(was)} to ${kB(is)} kB of code before it is made small`,
    ),
  ])
  return {
    ok,
    lines: [
      `${said}: ${kB(total - accepted.budget)} kB too much. Since it was last accepted at ${kB(totalOf(accepted.chunks))} kB:`,
      ...lines,
      'Fetch what is new when it is first used (createPart), or accept it: npm run startup -- --accept, and raise the budget in scripts/startup/accepted.json.',
    ],
  }
}

/** What is larger than before by more than the ups and downs of a build, the largest growth first. */
function growths(now: Startup, before: Startup): [name: string, before: number, now: number][] {
  return Object.entries(now)
    .map(([name, bytes]): [string, number, number] => [name, before[name] ?? 0, bytes])
    .filter(([, was, is]) => is - was >= 50)
    .sort((a, b) => b[2] - b[1] - (a[2] - a[1]))
}

const listed = (chunks: Startup): string =>
  Object.entries(chunks)
    .sort((a, b) => b[1] - a[1])
    .map(([name, bytes]) => `${name} ${kB(bytes)}`)
    .join(', ')

const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
