import type { AccessRequest } from '../core/model/index.ts'
import type { RequestDraft } from './types.ts'

/** What the request bar shows of a request. */
export const draftOf = ({ from, to, protocol, port, packetSize, api }: AccessRequest): RequestDraft => ({
  from,
  to,
  protocol,
  port: port === null ? '' : String(port),
  packetSize: packetSize === undefined ? '' : String(packetSize),
  api,
})
