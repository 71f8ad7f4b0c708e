/** Lifts a document of one version to the next. What it gets passed no schema yet: it must not trust its shape, and must not throw. */
export type Lift = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Version -> the step that lifts it to the next one. The first version needs none. */
export const lifts: ReadonlyMap<number, Lift> = new Map([
  // version 2 adds kinds and fields with AWS's defaults: what version 1 says stays as it is
  [1, (document) => document],
])

/** Lifts a document through every version between its own and `to`. Throws when a step is missing: that is a mistake of the programme. */
export function liftDocument(
  document: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
  steps: ReadonlyMap<number, Lift> = lifts,
): Readonly<Record<string, unknown>> {
  let lifted = document
  for (let version = from; version < to; version++) {
    const step = steps.get(version)
    if (!step) throw new Error(`No migration leads from version ${version} to ${version + 1}`)
    lifted = { ...step(lifted), version: version + 1 }
  }
  return lifted
}
