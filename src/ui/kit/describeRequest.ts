import { type AccessRequest, constructAt, type Design } from '../../core/model/index.ts'
import { nameOfConstruct } from './nameOfConstruct.ts'

/** One end of a request as a person would say it: a construct by its name, `internet` as a place. */
export function describeEnd(design: Design, text: string): string {
  if (text === 'internet') return 'the internet'
  if (text.startsWith('internet:')) return `${text.slice('internet:'.length)} on the internet`
  const construct = constructAt(design, text)
  return construct ? nameOfConstruct(construct) : text
}

/** `TCP 443`, or `ping` for ICMP; `calling s3:GetObject` where it is a call. */
const describeTraffic = ({
  protocol,
  port,
  packetSize,
  api,
}: Pick<AccessRequest, 'protocol' | 'port' | 'packetSize' | 'api'>): string => {
  const how = protocol === 'icmp' ? 'ping' : `${protocol.toUpperCase()}${port === null ? '' : ` ${port}`}`
  const sized = packetSize === undefined ? how : `${how}, packets of ${packetSize} bytes`
  if (!api) return sized
  return `${sized}, calling ${api.action}${api.resource === '*' ? '' : ` on ${api.resource}`}`
}

/** `From web-1 to kinesis.us-east-1.amazonaws.com, TCP 443` */
export const describeRequest = (design: Design, request: AccessRequest): string =>
  `From ${describeEnd(design, request.from)} to ${describeEnd(design, request.to)}, ${describeTraffic(request)}`
