import { useMemo } from 'react'
import { type Catalogue, rightServiceName } from '../../../core/aws/index.ts'
import { type Design, regionOf, vpcOf } from '../../../core/model/index.ts'
import type { ComboboxOption } from '../../kit/Combobox.tsx'
import { useDesign } from '../../kit/useStore.ts'
import { useEditing } from '../EditingContext.ts'
import { useCatalogue } from './useCatalogue.ts'

type CatalogueField = 'region' | 'zone-name' | 'interface-service' | 'gateway-service'

/** What the catalogue offers for a field of the construct, in the Region that it lies in. */
export function useCatalogueOptions(input: CatalogueField): readonly ComboboxOption[] {
  const { construct } = useEditing()
  const catalogue = useCatalogue()
  const design = useDesign((state) => state.design)
  return useMemo(
    () => (catalogue ? listOptions(catalogue, design, construct.id, input) : []),
    [catalogue, design, construct.id, input],
  )
}

function listOptions(
  catalogue: Catalogue,
  design: Design,
  id: string,
  input: CatalogueField,
): readonly ComboboxOption[] {
  if (input === 'region') return catalogue.regions.map(({ code, name }) => ({ value: code, hint: name }))
  const region = regionOf(design, id)?.code ?? ''
  if (input === 'zone-name') {
    const account = design.constructs[vpcOf(design, id)?.account ?? '']
    const own = account?.kind === 'account' ? account.zones[region] : undefined
    const zones = own ?? catalogue.regions.find(({ code }) => code === region)?.zones ?? {}
    return Object.entries(zones).map(([value, zoneId]) => ({ value, hint: zoneId }))
  }
  const type = input === 'interface-service' ? 'interface' : 'gateway'
  return catalogue.services
    .filter((service) => service.types.includes(type) && (service.regions?.includes(region) ?? true))
    .map((service) => ({
      value: rightServiceName(service.name.replaceAll('{r}', region), type),
      hint:
        service.privateNames[0]?.replaceAll('{r}', region) ?? service.publicNames[0]?.replaceAll('{r}', region) ?? '',
    }))
}
