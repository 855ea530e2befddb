"""Words around names: titles, degrees, words for places, and words of everyday speech that people are called by."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    "sdr sdri sdra bpk bapak pak ibu bu saudara saudari nona nyonya tuan ny tn nn dra drs ir h hj haji hajah dr "
    "drg prof bd bidan ns aipda aiptu bripka brigpol briptu bripda ipda iptu akp kompol ananda anak adik dik kakak "
    "kak mas mbak bang abang om tante si sang nenek kakek paman bibi bernama nama terlapor korban pelapor saksi "
    "wali keluarga istri suami ayah"
)
ABBREVIATED = _set("sdr sdri sdra bpk ny tn nn dra drs ir h hj dr drg prof bd ns dik kak st muh moh")
DEGREES = _set("se sh sos si pd psi kep ip mm mh msi mpd st ssi amd keb ners")
PLACES = _set(
    "jalan jl jln gang gg desa kelurahan kel kecamatan kec kabupaten kab kota provinsi dusun kampung kompleks blok "
    "perumahan sungai bukit tanjung muara pulau teluk danau pasar pelabuhan terminal smp smpn sma sman smk smkn sd "
    "sdn mts mtsn ma mi tk paud negeri puskesmas rsud rs klinik apotek polres polsek kodim koramil dinas kantor "
    "balai gereja masjid pura vihara yayasan panti hotel bank program universitas resor sektor lorong simpang "
    "pesantren madrasah"
)
COMMON = _set(
    "abadi adil air akhir aman anggrek anggun angin api april agustus asri awal awan ayu bahagia baik baja bakti "
    "bangun barat baru batang batu bening berani berlian bersama besar besi bina bintang biru budi bukit bulan bumi "
    "bunga bungsu cahaya cantik cempaka ceria cinta cipta dahlia damai danau dara delima desember dewi dian doa elok "
    "emas embun fajar februari gadis gagah garam gembira gula gunung hari harapan harum hasil hening hijau hilir "
    "hitam hulu hutan ikhlas ilmu iman indah intan islam jagung januari jati jaya jelita jernih jingga jujur juli jumat "
    "juni kamis karang karya kartika kasih kayu kebun kecil kembang kembar kemuning kenanga kencana kuat kuala kuning "
    "lama langit laut lestari lembut lima luhur madu maju makmur malam manis maret masa mawar mei melati mekar mentari "
    "merah merdeka minggu muara muda mujur mulia murni mustika mutiara nadi november nusantara oktober padi pagi "
    "pahlawan panjang pasir pelangi perak perdana perkasa permai permata pertama pertiwi pita pulau purnama putih putra "
    "putri rabu rahasia rahayu rahmat raja ramah ratu raya rejeki rendah restu riang rimba rukun sabar sabtu sakti "
    "salju sari satria satu sejahtera sejati sejuk selamat selasa selatan senang senin senja sentosa september seroja "
    "setia siang sinar sore subur suci sulung sungai sunyi surya tanah tani tari teguh tegar tengah tentram teratai "
    "terang tiga timur tinggi tua tulus tunggal ungu untung usaha utama utara wangi waras wahyu widya wisata"
)
