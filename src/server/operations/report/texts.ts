/** The words of the weekly report. Figures come written as the language writes them. */
export interface ReportTexts {
  subject(open: string): string;
  opening(at: string): string;
  openAlerts(count: string): string;
  resolvedAlerts(count: string): string;
  since(at: string): string;
  requests: string;
  errorRate(share: string): string;
  p95(milliseconds: string): string;
  hitRate(share: string): string;
  unknown: string;
  slow: string;
  notCounted: string;
  calls(calls: string, mean: string): string;
  failedJobs: string;
  backup: string;
  backupAt(at: string, isVerified: boolean): string;
  noBackup: string;
  unused: string;
  lacking: string;
  growth: string;
  grown(rows: string, megabytes: string): string;
  table(rows: string, megabytes: string): string;
  none: string;
  action: string;
  closing: string;
}
