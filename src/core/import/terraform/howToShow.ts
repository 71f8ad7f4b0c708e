/** How a person gets what can be read. */
export const HOW_TO_SHOW = '“terraform plan -out p”, then “terraform show -json p > plan.json”'

/** What is said of a configuration, behind its name. */
export const NOT_WORKED_OUT = `is a configuration of Terraform, which is not worked out here; give what Terraform prints of a plan: ${HOW_TO_SHOW}`
