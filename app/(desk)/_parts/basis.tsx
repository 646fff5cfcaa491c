/** By what a reading has a value, behind it in words; what the words of the text did not say has a dashed frame. */
export const Basis = ({ basis, children }: { basis: string; children: string }) => (
  <>
    {' '}
    <span className="basis" data-basis={basis}>
      {children}
    </span>
  </>
);
