export function BeneficiaryPage() { return null }
