/**
 * Words and runs that passwords of ten and more characters are most often made of, as they stand after everything but
 * letters and digits was removed. A guesser who has ten tries per quarter of an hour starts with these.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 123456789q q123456789 1234567891
  123456789123 12345678901 123123123123 1231231231 1122334455 1212121212 1020304050 1111122222 1234512345 147258369
  1472583690 7894561230 0147258369 1029384756 9638527410 123qweasdzxc 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y 123456qwerty
  qwerty123456 qwertyuiop qwertyuiop123 qwerty12345 qwerty1234 qwertz1234 qazwsxedcrfv asdfghjkl1 asdfghjkl123
  zxcvbnm123 zaq12wsxcde3 zaq1zaq1zaq1 qweasdzxc123 abcdefghij abcdefghijk abcdefg123 abcd123456 abc1234567 aa12345678
  password12 password123 password1234 password12345 passwordpassword passw0rd123 p4ssw0rd123 mypassword newpassword
  password2024 password2025 password2026 password2027 changeme123 letmein123 letmein1234 welcome123 welcome1234
  administrator admin12345 admin123456 adminadmin admin123admin rootroot123 testtest123 test123456 testpassword
  iloveyou123 iloveyou12 iloveyousomuch ilovemyself sunshine123 princess123 football123 baseball123 superman123
  dragon1234 monkey1234 michael123 liverpool1 liverpool123 manchester barcelona1 spiderman1 basketball chocolate1
  strawberry butterfly1 blink182blink computer123 internet123 whatever123 trustno1trustno1 correcthorse
  correcthorsebatterystaple polska1234 polska12345 haslo12345 haslo123456 haslohaslo mojehaslo1 mojehaslo123 mojehaslo
  kochamcie1 kochamcie123 kochanie123 kasia12345 misiek1234 dupa123456 dupadupa123 matrix1234 legia1916legia
  warszawa123 warszawa12 warszawa1 marcin1234 bartek1234 mateusz123 agnieszka1 agnieszka123 katarzyna1 malgorzata
  aleksandra workshop123 workshops123 workshopsai warsztaty123 warsztaty1
  `
    .trim()
    .split(/\s+/),
);
