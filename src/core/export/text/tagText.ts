/** A text with only the characters that every AWS service takes in a tag value; others become `-`. EC2 alone takes them all. */
export const tagText = (text: string): string => text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '-')

/** A text with only the characters that EC2 takes in descriptions of groups, rules and list entries; others become `-`. */
export const descriptionText = (text: string): string =>
  text.replace(/[^A-Za-z0-9. _\-:/()#,@[\]+=&;{}!$*]/g, '-').slice(0, 255)
