/** Why a visit or a plan was not written down, above its form. */
export const Refused = ({ sentence }: { sentence: string }) => (
  <p className="field-error refused" role="alert">
    {sentence}
  </p>
)
