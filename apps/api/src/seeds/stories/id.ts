import type { Tongue } from './type.ts'

export const id: Tongue = {
  language: 'id',
  greetings: ["Assalamu'alaikum,", 'Selamat sore,', 'Halo kak,', ''],
  thanks: ['Terima kasih.', 'Jazakumullah khairan.', ''],
  replies: [
    "Wa'alaikumussalam, terima kasih sudah menghubungi kami.",
    'Terima kasih atas pesannya.',
    "Wa'alaikumussalam,",
  ],
  farewells: ['Silakan tulis lagi bila ada yang belum jelas.', 'Kami senang membantu.'],
  stories: [
    {
      kind: 'INQUIRY',
      subject: 'Pengajian ibu-ibu hari Jumat',
      text: 'apakah masih ada pengajian berbahasa Indonesia untuk perempuan hari Jumat? Saya baru diizinkan keluar sore hari.',
      answer:
        'Ada, setiap Jumat pukul 16.30 di ruang perempuan. Ustazahnya dari Jawa Timur. Tidak perlu mendaftar.',
      more: 'Apakah ada jemputan dari Al-Waset?',
      moreAnswer: 'Ada, mobil berangkat pukul 16.00 dari depan apotek. Kami sudah catat nama Ibu.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Buku tata cara umrah',
      text: 'saya akan umrah pertama kali bulan depan. Adakah buku tata cara umrah dalam bahasa Indonesia?',
      answer: 'Ada buku saku 40 halaman. Bisa diambil di resepsionis atau kami kirim.',
      asked: 'Mohon alamat pengiriman bila ingin dikirim.',
      supplied: 'Saya ambil sendiri saja hari Rabu.',
    },
    {
      kind: 'INQUIRY',
      subject: 'Penerjemah untuk bicara dengan majikan',
      text: 'saya ingin bicara baik-baik dengan majikan soal hari libur, tetapi bahasa Arab saya belum cukup. Bisakah dibantu lewat telepon?',
      answer:
        'Bisa. Relawan kami akan menelepon Ibu lebih dulu untuk memahami keadaannya. Tidak ada yang kami hubungi tanpa izin Ibu.',
    },
    {
      kind: 'COMPLAINT',
      subject: 'Pesan tidak dibalas lima hari',
      text: 'pesan saya tentang kelas tajwid tidak dibalas selama lima hari.',
      answer:
        'Kami mohon maaf. Pesan Anda masuk ke tim yang keliru. Kelas tajwid mulai Ahad pukul 19.00, dan satu tempat kami simpan untuk Anda.',
    },
    {
      kind: 'SUGGESTION',
      subject: 'Kajian daring',
      text: 'kalau kajian bisa diikuti daring, kami yang tidak boleh keluar rumah tetap bisa belajar.',
      answer: 'Disetujui. Mulai pekan depan kajian Jumat disiarkan langsung dan rekamannya disimpan.',
    },
    {
      kind: 'COMPLIMENT',
      subject: 'Terima kasih Mbak Siti',
      text: 'Mbak Siti sabar sekali menjelaskan cara mendaftar. Semoga Allah membalas kebaikannya.',
      answer: '',
    },
  ],
}
