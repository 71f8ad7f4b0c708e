variable "region" {
  description = "Region that everything is made in. Names of zones and services follow it."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "A Region by its code, such as us-east-1."
  }
}

variable "account_id" {
  description = "Account that everything is made in: with credentials of another one nothing is done."
  type        = string
  default     = "111122223333"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "Twelve digits."
  }
}

variable "deployment" {
  description = "Begins names and is the tag hopwise:design. Another one makes everything a second time."
  type        = string
  default     = "only-s3"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9-]{0,31}$", var.deployment))
    error_message = "A letter, and at most 31 letters, digits and dashes."
  }
}
