import { expect, it } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

it('reads REST APIs with their endpoint type and the endpoints they are associated with', () => {
  const { design, report } = importTexts([
    {
      path: '111122223333/us-east-1/RestApis.json',
      text: JSON.stringify({
        RestApis: [
          {
            id: 'priv123',
            name: 'orders',
            endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-0123456789abcdef0'] },
            disableExecuteApiEndpoint: true,
          },
          { id: 'pub456', name: 'shop', endpointConfiguration: { types: ['EDGE'] } },
          { id: 'odd', name: 'odd' },
        ],
      }),
    },
  ])
  expect(design.constructs.priv123).toMatchObject({
    kind: 'api-gateway-api',
    apiId: 'priv123',
    endpointType: 'private',
    endpoints: ['vpce-0123456789abcdef0'],
    defaultEndpoint: false,
  })
  expect(design.constructs.pub456).toMatchObject({ endpointType: 'edge', endpoints: [], defaultEndpoint: true })
  expect(report.notes.map(({ message }) => message)).toContain('odd: its endpoint type is not there')
})
