import { descriptionText } from '../text/tagText.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const prefixList: ResourcePrinters<'prefix-list'> = {
  'prefix-list': (part) => {
    const entries = part.entries.map(({ cidr, description }) =>
      present({ Cidr: cidr, Description: descriptionText(description) || undefined }),
    )
    return {
      type: 'AWS::EC2::PrefixList',
      properties: present({
        PrefixListName: part.construct.listName,
        AddressFamily: `IPv${part.family}`,
        MaxEntries: Math.max(1, entries.length),
        Entries: listed(entries),
        Tags: tagsOf(part),
      }),
    }
  },
}
