/** No script, style or frame but our own files; nothing inline. `assets` is where they come from besides the site. */
function contentSecurityPolicy(assets: string): string {
  return [
    "default-src 'none'",
    `script-src 'self'${assets}`,
    `style-src 'self'${assets}`,
    "img-src 'self' data:",
    `font-src 'self'${assets}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export interface SiteAddresses {
  publicUrl: string;
  /** Where scripts, styles and fonts are loaded from when not from the site. */
  assetBaseUrl?: string | undefined;
}

/** Headers of every answer. An https address is remembered by browsers for a year. */
export function securityHeaders({ publicUrl, assetBaseUrl }: SiteAddresses): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(assetBaseUrl ? ` ${new URL(assetBaseUrl).origin}` : ""),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    ...(publicUrl.startsWith("https:") ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
