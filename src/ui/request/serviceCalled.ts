import type { SuggestedDestination } from '../../core/sim/index.ts'
import { engineErrorReason } from '../../engine/index.ts'
import type { RequestDraft, Stores } from '../../state/index.ts'

type Asked = Pick<RequestDraft, 'to' | 'protocol' | 'port'>

/** What of a draft a chosen destination fills in. */
export const askingFor = ({ to, protocol, port }: Pick<SuggestedDestination, 'to' | 'protocol' | 'port'>): Asked => ({
  to,
  protocol,
  port: port === null ? '' : String(port),
})

/** The service whose short name stands in the draft, where that is nothing in the design: `sqs`. */
export async function serviceCalled({ design, engine }: Stores, { from, to }: RequestDraft): Promise<Asked | null> {
  const name = to.trim().toLowerCase()
  const isKnown = Object.values(design.getState().design.constructs).some((one) => one.id === to || one.name === to)
  if (isKnown || !/^[a-z][a-z0-9-]*$/.test(name)) return null
  try {
    const offered = await engine.getState().askOnce('suggest', { from })
    const service = offered.find((one) => one.to.startsWith(`${name}.`))
    return service ? askingFor(service) : null
  } catch (error) {
    if (engineErrorReason(error) === null) throw error
    return null // the question itself meets the same, and says so
  }
}
