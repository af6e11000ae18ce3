// Our mark at the top of every page of the admin.

/** The arrow of the word mark alone. */
export function Icon() {
  return (
    <svg
      className="forthright-icon"
      width="24"
      height="24"
      viewBox="0 0 38 48"
      role="img"
      aria-label="Forthright"
    >
      <path
        d="M8 24h22m-9-9 9 9-9 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
