import { listOfKind, regionOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

const TOPIC = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/

/** Source: AWS PrivateLink guide, notifications for endpoint service events. */
export const notificationTopicInvalid: Check = {
  id: 'notification-topic-invalid',
  severity: 'warning',
  title: 'Notification that reaches nobody',
  why: 'Events of an endpoint service go to an Amazon SNS topic, whose policy must let vpce.amazonaws.com publish. The topic is named by its ARN.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-notification-endpoint-service.html',
  *find({ design }) {
    for (const { id, notifications } of listOfKind(design, 'endpoint-service')) {
      const region = regionOf(design, id)?.code
      for (const [i, { topic, events }] of notifications.entries()) {
        const match = TOPIC.exec(topic)
        const why = !match
          ? `“${topic}” is not the ARN of an SNS topic`
          : region !== undefined && match[1] !== region
            ? `the topic lies in ${match[1]}, the service in ${region}`
            : events.length === 0
              ? 'it names no event'
              : null
        if (why === null) continue
        yield {
          at: [place(id, 'notifications', i)],
          message: `Notification ${i + 1} of the ${called(design, id)} reaches nobody: ${why}.`,
          fixes: [
            {
              title: `Delete notification ${i + 1}`,
              safety: 'review',
              edits: [change('endpoint-service', id, { notifications: notifications.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: {
    bad: () => example('connections'),
    good: () => example('arn:aws:sns:us-east-1:111122223333:connections'),
  },
}

const example = (topic: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.nlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    b.endpointService([balancer], { notifications: [{ topic, events: ['Connect'] }] })
  })
