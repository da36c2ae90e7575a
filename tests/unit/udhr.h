/*
 * udhr.h - Universal Declaration of Human Rights, article 1 (United Nations, 1948; public
 * domain), in the languages of the handbook
 */
#ifndef UNIT_UDHR_H
#define UNIT_UDHR_H

static const struct {
	const char *language, *text;
} udhr[] = {
	{"en-GB",
	 "All human beings are born free and equal in dignity and rights. They are "
	 "endowed with reason and conscience and should act towards one another in a "
	 "spirit of brotherhood."},
	{"vi",
	 "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi "
	 "con người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với "
	 "nhau trong tình bằng hữu."},
	{"id",
	 "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. "
	 "Mereka dikaruniai akal dan hati nurani dan hendaknya bergaul satu sama lain "
	 "dalam semangat persaudaraan."},
	{"ms",
	 "Semua manusia dilahirkan bebas dan samarata dari segi kemuliaan dan hak-hak. "
	 "Mereka mempunyai pemikiran dan perasaan hati dan hendaklah bertindak di antara "
	 "satu sama lain dengan semangat persaudaraan."},
	{"ms-Arab",
	 "سموا مأنسي دلاهيركن بيبس دان سامرات دري سݢي كموليأن دان حق٢. مريك ممڤوڽاي "
	 "ڤميكيرن دان ڤراسأن هاتي دان هندقله برتيندق دأنتارا ساتو سام لاءين دڠن "
	 "سماڠت ڤرساودارأن."},
	{"fil",
	 "Ang lahat ng tao’y isinilang na malaya at pantay-pantay sa karangalan at mga "
	 "karapatan. Sila’y pinagkalooban ng katwiran at budhi at dapat magpalagayan ang "
	 "isa’t isa sa diwa ng pagkakapatiran."},
	{"th", "มนุษย์ทั้งปวงเกิดมามีอิสระและเสมอภาคกันในศักดิ์ศรีและสิทธิ ต่างในตนมีเหตุผลและมโนธรรม "
	       "และควรปฏิบัติต่อกันด้วยจิตวิญญาณแห่งภราดรภาพ"},
	{"lo", "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ ແລະ ຄວາມສະເໝີພາບເທົ່າທຽມກັນ. "
	       "ທຸກໆຄົນມີເຫດຜົນ ແລະ ຄວາມຄິດຄວາມເຫັນສ່ວນຕົວຂອງໃຜຂອງມັນ ແຕ່ວ່າມະນຸດທຸກໆຄົນຕ້ອງ"
	       "ປະພຶດຕໍ່ກັນໃນຖານະທີ່ເປັນອ້າຍນ້ອງກັນ."},
	{"km", "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ ។ មនុស្ស "
	       "មានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត ហើយគប្បីប្រព្រឹត្ដចំពោះគ្នាទៅវិញទៅមក "
	       "ក្នុងស្មារតីភាតរភាពជាបងប្អូន ។"},
	{"my", "လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော "
	       "အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။ ထိုသူတို့၌ ပိုင်းခြား "
	       "ဝေဖန်တတ်သော ဉာဏ်နှင့် ကျင့်ဝတ်သိတတ်သော စိတ်တို့ရှိကြ၍ ထိုသူတို့သည် အချင်းချင်း "
	       "မေတ္တာထား၍ ဆက်ဆံကျင့်သုံးသင့်၏။"},
	{"zh-Hans", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关"
		    "系的精神相对待。"},
	{"ta", "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும், "
	       "உரிமைகளிலும் சமமானவர்கள், அவர்கள் நியாயத்தையும் மனச்சாட்சியையும் இயற்பண்பாகப் "
	       "பெற்றவர்கள். அவர்கள் ஒருவருடனொருவர் சகோதர உணர்வுப் பாங்கில் நடந்துகொள்ளல் "
	       "வேண்டும்."},
	{"ja", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平"
	       "等である。"
	       "人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなけれ"
	       "ばならない。"},
};

#endif
