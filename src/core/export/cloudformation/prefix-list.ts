import { descriptionText } from '../tagText.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const prefixList: ResourcePrinters<'prefix-list'> = {
  'prefix-list': (part) => ({
    type: 'AWS::EC2::PrefixList',
    properties: {
      PrefixListName: part.construct.listName,
      AddressFamily: `IPv${part.family}`,
      MaxEntries: Math.max(1, part.entries.length),
      Entries: part.entries.map((entry) =>
        present({ Cidr: entry.cidr, Description: descriptionText(entry.description) || undefined }),
      ),
      Tags: tagsOf(part),
    },
  }),
}
