// Our name on the sign-in page.

/** The word mark; colour comes from custom.scss so that it reads in light and dark. */
export function Logo() {
  return (
    <svg
      className="forthright-logo"
      width="180"
      height="48"
      viewBox="0 0 180 48"
      role="img"
      aria-label="Forthright"
    >
      <path
        d="M8 24h22m-9-9 9 9-9 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x="44" y="32" fill="currentColor" fontSize="27" fontWeight="600" letterSpacing="-0.3">
        Forthright
      </text>
    </svg>
  );
}
