import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { exportDesign } from '../index.ts'
import { parseTemplate } from '../testing/parseTemplate.ts'
import { sharedResources } from '../testing/sharedResources.ts'

const { files } = exportDesign(sharedResources(), await loadCatalogue(), 'cloudformation')
const templates = files.filter(({ path }) => path.endsWith('.yaml')).map(({ text }) => parseTemplate(text))
const resources = Object.assign({}, ...templates.map(({ Resources }) => Resources))
const propertiesOf = (name: string) => resources[name].Properties

describe('VPC Lattice in a template', () => {
  test('names have at most 40 small letters, digits and dashes, whatever the stack’s id', () => {
    const names = Object.keys(resources).filter((name) =>
      /::Resource(Gateway|Configuration)$/.test(resources[name].Type),
    )
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const [word] = propertiesOf(name).Name['Fn::Join'][1]
      expect(word).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      expect(`${word}-01234567`.length).toBeLessThanOrEqual(40)
    }
  })

  test('a drawn instance is reached by its own address, a load balancer by its name', () => {
    expect(propertiesOf('Server').ResourceConfigurationDefinition).toEqual({
      IpResource: { 'Fn::GetAtt': ['ServerInstance', 'PrivateIp'] },
    })
    expect(propertiesOf('Appliance').ResourceConfigurationDefinition).toEqual({
      IpResource: { 'Fn::GetAtt': ['ApplianceInstanceInterface0', 'PrimaryPrivateIpAddress'] },
    })
    expect(propertiesOf('Front').ResourceConfigurationDefinition).toEqual({
      DnsResource: { DomainName: { 'Fn::GetAtt': ['Nlb', 'DNSName'] }, IpAddressType: 'IPV4' },
    })
    expect(propertiesOf('ByArn')).toMatchObject({
      ResourceConfigurationType: 'ARN',
      ResourceConfigurationDefinition: {
        ArnResource: { 'Fn::Sub': `arn:\${AWS::Partition}:rds:\${AWS::Region}:\${AWS::AccountId}:db:orders` },
      },
    })
    expect(propertiesOf('ByArn')).not.toHaveProperty('PortRanges')
    expect(propertiesOf('Server').PortRanges).toEqual(['5432', '8000-8080'])
  })

  test('endpoints name the configuration by its ARN, associations by its id', () => {
    expect(propertiesOf('NearEndpoint')).toMatchObject({
      ResourceConfigurationArn: { 'Fn::GetAtt': ['Server', 'Arn'] },
      DnsOptions: { PrivateDnsPreference: 'VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS' },
    })
    expect(propertiesOf('FarEndpoint').ResourceConfigurationArn).toEqual({ Ref: 'Cluster' })
    expect(propertiesOf('NetworkResourceServer').ResourceConfigurationId).toEqual({ 'Fn::GetAtt': ['Server', 'Id'] })
    expect(propertiesOf('Node').ResourceConfigurationGroupId).toEqual({ 'Fn::GetAtt': ['Cluster', 'Id'] })
  })
})
